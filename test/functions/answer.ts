import { readFileSync } from "node:fs";
import { evaluateManifests } from "../../src/compile/manifests.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { defineFunction, param } from "../../src/evaluate/functions/function.ts";
import { DEFAULT_LANGUAGE_SETTINGS } from "../../src/evaluate/settings.ts";
import { builtinFunctions } from "../../src/functions/builtin-functions.ts";
import { stdlibFunctions } from "../../src/functions/stdlib-functions.ts";
import type { Hiera } from "../../src/hiera/hiera.ts";
import type { Environment } from "../../src/modules/environment.ts";
import { Hash } from "../../src/values/hash.ts";
import { fromPlain } from "../../src/values/plain.ts";
import { toLiteral } from "../../src/values/to-literal.ts";
import type { Value } from "../../src/values/value.ts";

/** What code gave, as Puppet source text or `!` and the error; and what it logged. */
export interface Answer {
  readonly text: string;
  readonly logs: readonly LogEntry[];
}

const ENVIRONMENT: Environment = {
  name: "production",
  path: undefined,
  modulepath: [],
  manifest: undefined,
  module: () => undefined,
  modules: () => [],
};

const FACTS = fromPlain({ networking: { fqdn: "foo.example.com" }, os: { family: "Debian" } }) as Hash;
const NO_DATA: Hiera = { lookup: () => undefined };

/** Evaluate an expression in an environment without modules; statements before it are set off by `;;`. */
export function answer(code: string): Answer {
  const logs: LogEntry[] = [];
  let value: Value = null;
  const taker = defineFunction("answer", {
    params: [param("Any", "value")],
    body(_call, given) {
      value = given!;
      return null;
    },
  });
  const statements = code.split(";;");
  const last = statements.pop()!;
  try {
    evaluateManifests({
      node: {
        name: "foo",
        facts: FACTS,
        trusted: Hash.empty,
        serverFacts: Hash.empty,
        parameters: new Map(),
      },
      environment: ENVIRONMENT,
      settings: DEFAULT_LANGUAGE_SETTINGS,
      hiera: NO_DATA,
      functions: {
        find: (name) =>
          name === "answer" ? taker : (builtinFunctions.get(name) ?? stdlibFunctions.get(name)),
        names: () => [],
      },
      check: () => [],
      code: [...statements, `answer(${last})`].join("\n"),
      log: (entry) => logs.push(entry),
    });
    return { text: toLiteral(value), logs };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { text: `!${thrown.message}`, logs };
  }
}

/** Rows of a text: `> expression`, then the answer of the real Puppet, which may take several lines. */
export function rows(file: URL): [expression: string, expected: string][] {
  const text = readFileSync(file, "utf8").trimEnd();
  return text
    .split(/^> /m)
    .slice(1)
    .map((row) => {
      const end = row.indexOf("\n");
      return [row.slice(0, end), row.slice(end + 1).trimEnd()];
    });
}
