import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { readJson } from "../formats/json/read-json.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { NoAnswer, printedBy } from "./ask-program.ts";

/** `$trusted` of a machine that compiles for itself, as `puppet apply` makes it. */
export function trustedFacts(certname: string, external: Value = Hash.empty): Hash {
  const [hostname = certname, ...domain] = certname.split(".");
  return Hash.of({
    authenticated: "local",
    certname,
    extensions: Hash.empty,
    hostname,
    domain: domain.length === 0 ? null : domain.join("."),
    external,
  });
}

/**
 * What a command says of a node, in JSON; of a directory, a hash of what each executable file in it says, by the file's
 * name without its ending (lib/puppet/trusted_external.rb).
 */
export function trustedExternal(command: string, certname: string): Value {
  if (!statSync(command, { throwIfNoEntry: false })?.isDirectory()) return dataOf(command, certname);
  const programs = readdirSync(command).filter((name) => isExecutable(join(command, name)));
  const byName = Map.groupBy(programs, (name) => basename(name, extname(name)));
  return Hash.from(
    [...byName].map(([name, files]) => {
      if (files.length > 1) fail("TRUSTED_EXTERNAL", `There is more than one '${name}' script in ${command}`);
      return [name, dataOf(join(command, files[0]!), certname)];
    }),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function dataOf(command: string, certname: string): Value {
  const what = `Could not get trusted external data from ${command}`;
  try {
    return readJson(printedBy([command, certname]));
  } catch (error) {
    const why = error instanceof NoAnswer ? error.message : `it printed no JSON: ${(error as Error).message}`;
    return fail("TRUSTED_EXTERNAL", `${what}: ${why}`);
  }
}
