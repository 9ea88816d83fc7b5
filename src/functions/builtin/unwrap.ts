import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import type { Sensitive } from "../../values/sensitive.ts";
import type { Value } from "../../values/value.ts";

/** The value in a Sensitive (any other value is itself), or what the lambda makes of it. */
export const unwrap = defineFunction(
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
