import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Environment } from "../modules/environment.ts";
import { findRubyFunction } from "../modules/ruby-function-files.ts";
import data from "./stdlib-files.json" with { type: "json" };

const SAME: Readonly<Record<string, readonly string[]>> = data.same;
const RELEASED: Readonly<Record<string, readonly string[]>> = data.released;

/** Which file's content a function of stdlib was checked against: the first 16 digits of its sha256. */
export function stdlibFileDigest(content: Uint8Array): string {
  return hash("sha256", content, "hex").slice(0, 16);
}

/**
 * Whether the Ruby file that Puppet would load for a function of stdlib is one that the native function was checked
 * against. Other releases, patched files and a function of the same name that another module brings are not: they run
 * as Ruby.
 */
export function isCheckedFile(name: string, environment: Environment): boolean {
  const found = findRubyFunction(name, environment);
  return found !== undefined && (SAME[name]?.includes(stdlibFileDigest(readFileSync(found.file))) ?? false);
}

/** Why a function of some release of stdlib is not known with the one on the modulepath. */
export function missingFromStdlib(name: string, environment: Environment): string | undefined {
  const released = RELEASED[name];
  if (released === undefined) return undefined;
  const [first, last] = released;
  const releases =
    last === undefined ? `from ${first} on` : first === last ? `in ${first}` : `from ${first} to ${last}`;
  return `The module stdlib has it ${releases}; ${installed(environment)}.`;
}

function installed(environment: Environment): string {
  const stdlib = environment.module("stdlib");
  if (stdlib === undefined) return "stdlib is not on the modulepath";
  const version = stdlib.metadata?.version;
  return `the one in ${stdlib.path} is ${typeof version === "string" ? version : "of an unknown release"}`;
}
