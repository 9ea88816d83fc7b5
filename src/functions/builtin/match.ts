import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { PatternType } from "../../types/pattern-type.ts";
import { RegexpType } from "../../types/regexp-type.ts";
import { VariantType } from "../../types/variant-type.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "./flatten.ts";

const pattern = param("Variant[Any, Type]", "pattern");

/** What a pattern and its groups matched, for a string or each of an array; undef for no match. */
export const match = defineFunction(
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
