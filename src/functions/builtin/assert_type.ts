import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import { inferSet } from "../../types/infer.ts";
import { describeMismatch } from "../../types/mismatch/describe.ts";
import type { Closure } from "../../values/closure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

const block = optionalBlock("Callable[Type, Type]");

/** The value when it is of a type; otherwise what the lambda gives, or an error. */
export const assert_type = defineFunction(
  "assert_type",
  {
    params: [param("Type", "type"), param("Any", "value")],
    block,
    body: ({ block }, type: Type, value) => asserted(type, value!, block),
  },
  {
    params: [param("String", "type_string"), param("Any", "value")],
    block,
    body: ({ compilation, block }, type: string, value) =>
      asserted(compilation.types.parse(type), value!, block),
  },
);

function asserted(type: Type, value: Value, block: Closure | undefined): Value {
  if (type.isInstance(value)) return value;
  const actual = inferSet(value);
  if (block) return block.call([type, actual]);
  return fail("TYPE_MISMATCH", describeMismatch("assert_type():", type, actual));
}
