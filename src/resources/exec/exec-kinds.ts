import { fail } from "../../diagnostics/failure.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { type Kind, textOf } from "../kind.ts";
import type { CommandLine } from "./command-line.ts";

/** A command line, or an array of a program and its arguments. */
export const commandLine: Kind<CommandLine> = {
  parse(value) {
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.map((word: Value) => textOf(word));
    return fail(
      "INVALID_COMMAND",
      `Command must be a String or Array<String>, got value of class ${rubyClass(value)}`,
    );
  },
};

/** One command line, or several; one that is an array stands within an array. */
export const commandLines: Kind<readonly CommandLine[]> = {
  parse: (value) => (Array.isArray(value) ? value : [value]).map((line: Value) => commandLine.parse(line)),
};

/** Directories, as an array or separated by colons. */
export const searchPath: Kind<readonly string[]> = {
  parse: (value) =>
    (Array.isArray(value) ? value : [value]).flatMap((item: Value) => textOf(item).split(":")),
};

/** `NAME=value`, one or several. */
export const environmentSettings: Kind<readonly string[]> = {
  parse: (value) =>
    (Array.isArray(value) ? value : [value]).map((item: Value) => {
      const text = textOf(item);
      return /\w+=/.test(text) ? text : fail("INVALID_ENVIRONMENT", `Invalid environment setting '${text}'`);
    }),
};

export const umask: Kind<number> = {
  parse(value) {
    const text = textOf(value);
    if (/^0?[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8);
    return fail("INVALID_UMASK", `The umask specification is invalid: ${rubyInspect(value)}`);
  },
};

/** Seconds, 0 for no limit; negative ones count as 0. */
export const seconds: Kind<number> = {
  parse(value) {
    const given = Array.isArray(value) ? (value[0] as Value) : value;
    return Math.max(numberOf(given) ?? cannotMunge("timeout", value, "The timeout must be a number."), 0);
  },
};

export const tries: Kind<number> = {
  parse(value) {
    if (typeof value === "string" && !/^\d+$/.test(value))
      cannotMunge("tries", value, "Tries must be an integer");
    return Number(value) >= 1 ? Number(value) : cannotMunge("tries", value, "Tries must be an integer >= 1");
  },
};

export const trySleep: Kind<number> = {
  parse(value) {
    const number = numberOf(value) ?? cannotMunge("try_sleep", value, "try_sleep must be a number");
    return number >= 0 ? number : cannotMunge("try_sleep", value, "try_sleep cannot be a negative number");
  },
};

/** Puppet puts these words before those of parameters that convert their values themselves. */
function cannotMunge(name: string, value: Value, words: string): never {
  return fail("INVALID_VALUE", `Munging failed for value ${rubyInspect(value)} in class ${name}: ${words}`);
}

function numberOf(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
