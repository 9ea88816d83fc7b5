import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { PatternType } from "../../types/pattern-type.ts";
import { RegexpType } from "../../types/regexp-type.ts";
import { VariantType } from "../../types/variant-type.ts";
import type { Hash } from "../../values/hash.ts";
import { EXTENDED, IGNORECASE, MULTILINE, Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { rubyReplace } from "../ruby-replace.ts";
import { flattened } from "./grouping.ts";

type Target = string | readonly string[];

const target = param("Variant[Array[String],String]", "target");
const replacement = param("Variant[String,Hash[String,String]]", "replacement");

/** A string, or each of an array, with what a pattern matches replaced. */
const regsubst = defineFunction(
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

const pattern = param("Variant[Any, Type]", "pattern");

/** What a pattern and its groups matched, for a string or each of an array; undef for no match. */
const match = defineFunction(
  "match",
  {
    params: [param("String", "string"), pattern],
    body: (_call, text: string, wanted) => matched(text, wanted!),
  },
  {
    params: [param("Array[String]", "string"), pattern],
    body: (_call, texts: readonly string[], wanted) => texts.map((text) => matched(text, wanted!)),
  },
);

function matched(text: string, wanted: Value): Value {
  if (wanted instanceof Type) return matchedType(text, wanted.unaliased());
  if (Array.isArray(wanted)) return firstMatched(text, flattened(wanted));
  if (typeof wanted === "string") return captures(text, Regexp.checked(wanted));
  return wanted instanceof Regexp ? captures(text, wanted) : badPattern(wanted);
}

function matchedType(text: string, type: Type): Value {
  if (type instanceof VariantType) return firstMatched(text, type.types);
  if (type instanceof PatternType) return firstMatched(text, type.patterns);
  if (!(type instanceof RegexpType)) return badPattern(type);
  if (!type.regexp) fail("ARGUMENT_ERROR", "Given Regexp Type has no regular expression");
  return captures(text, type.regexp);
}

function firstMatched(text: string, patterns: readonly Value[]): Value {
  for (const wanted of patterns) {
    const found = matched(text, wanted);
    if (found !== null) return found;
  }
  return null;
}

function captures(text: string, regexp: Regexp): Value {
  return regexp.match(text)?.groups.map((group) => group ?? null) ?? null;
}

function badPattern(wanted: Value): never {
  fail(
    "ARGUMENT_ERROR",
    `match() expects pattern of T, where T is String, Regexp, Regexp[r], Pattern[p], or Array[T]. Got ${rubyClass(wanted)}`,
  );
}

/** The functions of this chapter. */
export const matchingFunctions: readonly BuiltinFunction[] = [regsubst, match];
