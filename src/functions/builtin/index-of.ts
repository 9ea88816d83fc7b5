import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { codePointLength } from "../../types/code-points.ts";
import type { Regexp } from "../../values/regexp.ts";
import type { Value } from "../../values/value.ts";
import { pairs } from "../iterable.ts";
import { iterationSignatures } from "../iteration.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** The index or key of the first element that is equal, matches, or for which the lambda holds; undef for none. */
export const index = defineFunction(
  "index",
  ...iterationSignatures(
    ({ block }, iterable) => find(iterable, (key, element) => isTrue(block!.call([key, element]))),
    ({ block }, iterable) => find(iterable, (_key, element) => isTrue(block!.call([element]))),
  ),
  {
    params: [param("String", "str"), param("Variant[String,Regexp]", "match")],
    body: (_call, str: string, match: string | Regexp) => positionIn(str, match),
  },
  {
    params: [param("Iterable", "enumerable"), param("Any", "match")],
    body: (_call: Call, iterable, match) => find(iterable!, (_key, element) => rubyEqual(element, match!)),
  },
);

function find(iterable: Value, holds: (key: Value, element: Value) => boolean): Value {
  for (const [key, element] of pairs(iterable)) if (holds(key, element)) return key;
  return null;
}

function positionIn(text: string, wanted: string | Regexp): Value {
  const at = typeof wanted === "string" ? text.indexOf(wanted) : (wanted.match(text)?.start ?? -1);
  return at < 0 ? null : BigInt(codePointLength(text.slice(0, at)));
}
