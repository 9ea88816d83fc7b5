import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import {
  defineFunction,
  optionalBlock,
  optionalParam,
  param,
  repeatedParam,
} from "../../evaluate/functions/function.ts";
import { infer, inferSet } from "../../types/infer.ts";
import { describeMismatch } from "../../types/mismatch/describe.ts";
import type { Closure } from "../../values/closure.ts";
import type { Sensitive } from "../../values/sensitive.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

/** The data type of a value: in detail, reduced to one element type, or generalized. */
const type = defineFunction(
  "type",
  {
    params: [param("Any", "value"), optionalParam("Enum[detailed]", "inference_method")],
    body: (_call, value) => inferSet(value!),
  },
  {
    params: [param("Any", "value"), param("Enum[reduced]", "inference_method")],
    body: (_call, value) => infer(value!),
  },
  {
    params: [param("Any", "value"), param("Enum[generalized]", "inference_method")],
    body: (_call, value) => infer(value!).generalize(),
  },
);

const block = optionalBlock("Callable[Type, Type]");

/** The value when it is of a type; otherwise what the lambda gives, or an error. */
const assert_type = defineFunction(
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

/** A new instance of a type made from a value; the lambda may change it. */
const convert_to = defineFunction("convert_to", {
  params: [param("Any", "value"), param("Type", "type"), repeatedParam("Any", "args")],
  block: optionalBlock("Callable[1,1]"),
  body({ compilation, scope, place, block }, value, type, ...args: Value[]) {
    const made = compilation.functions.call("new", [type!, value!, ...args], scope, place);
    return block ? block.call([made]) : made;
  },
});

/** The value in a Sensitive (any other value is itself), or what the lambda makes of it. */
const unwrap = defineFunction(
  "unwrap",
  {
    params: [param("Sensitive", "arg")],
    block: optionalBlock(),
    body: (call, { value }: Sensitive) => given(call, value),
  },
  { params: [param("Any", "arg")], block: optionalBlock(), body: (call, value) => given(call, value!) },
);

function given({ block }: Call, value: Value): Value {
  return block ? block.call([value]) : value;
}

/** The functions of this chapter. */
export const typingFunctions: readonly BuiltinFunction[] = [type, assert_type, convert_to, unwrap];
