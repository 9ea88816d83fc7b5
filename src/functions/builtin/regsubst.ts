import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { RegexpType } from "../../types/regexp-type.ts";
import type { Hash } from "../../values/hash.ts";
import { EXTENDED, IGNORECASE, MULTILINE, Regexp } from "../../values/regexp.ts";
import { rubyReplace } from "../ruby-replace.ts";

type Target = string | readonly string[];

const target = param("Variant[Array[String],String]", "target");
const replacement = param("Variant[String,Hash[String,String]]", "replacement");

/** A string, or each of an array, with what a pattern matches replaced. */
export const regsubst = defineFunction(
  "regsubst",
  {
    params: [
      target,
      param("String", "pattern"),
      replacement,
      optionalParam("Optional[Pattern[/^[GEIM]*$/]]", "flags"),
      optionalParam("Enum['N','E','S','U']", "encoding"),
    ],
    body(_call, text: Target, source: string, by: string | Hash, flags: string | null = null) {
      return replaced(
        text,
        Regexp.checked(source, optionsOf(flags ?? "")),
        by,
        flags?.includes("G") ?? false,
      );
    },
  },
  {
    params: [
      target,
      param("Variant[Regexp,Type[Regexp]]", "pattern"),
      replacement,
      optionalParam("Pattern[/^G?$/]", "flags"),
    ],
    body: (_call, text: Target, pattern: Regexp | RegexpType, by: string | Hash, flags = "") =>
      replaced(text, pattern instanceof RegexpType ? literally(pattern) : pattern, by, flags === "G"),
  },
);

function optionsOf(flags: string): number {
  return (
    (flags.includes("E") ? EXTENDED : 0) |
    (flags.includes("I") ? IGNORECASE : 0) |
    (flags.includes("M") ? MULTILINE : 0)
  );
}

/** Puppet hands the source of a Regexp type on as a string, which Ruby then looks for as it is. */
function literally({ regexp }: RegexpType): Regexp {
  return new Regexp(Regexp.escape(regexp?.source ?? ""));
}

function replaced(text: Target, pattern: Regexp, by: string | Hash, all: boolean): string | string[] {
  if (typeof text === "string") return rubyReplace(text, pattern, by, all);
  return text.map((element) => rubyReplace(element, pattern, by, all));
}
