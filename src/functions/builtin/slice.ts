import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { elements } from "../iterable.ts";
import { untilBreak } from "../until-break.ts";

const size = param("Integer[1, default]", "slice_size");

/** Arrays of so many elements each, or the lambda called with each such array or its elements. */
export const slice = defineFunction(
  "slice",
  { params: [param("Hash[Any, Any]", "hash"), size], block: optionalBlock(), body: sliced },
  { params: [param("Iterable", "enumerable"), size], block: optionalBlock(), body: sliced },
);

function sliced({ block }: Call, iterable: Value, sliceSize: bigint): Value {
  const slices = slicesOf(elements(iterable), Number(sliceSize));
  if (!block) return [...slices];
  const serving = servingSize(block, Number(sliceSize));
  const filler: Value = iterable instanceof Hash ? [] : null;
  untilBreak(() => {
    for (const slice of slices) {
      if (serving === 1) block.call([slice]);
      else block.call([...slice, ...Array(serving - slice.length).fill(filler)]);
    }
  });
  return iterable;
}

function* slicesOf(values: Iterable<Value>, size: number): IterableIterator<Value[]> {
  let slice: Value[] = [];
  for (const value of values) {
    slice.push(value);
    if (slice.length < size) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

/** How many parameters a lambda is served: one, or as many as a slice has elements. */
function servingSize({ parameters }: Closure, sliceSize: number): number {
  const open = parameters.some(({ optional, capturesRest }) => optional || capturesRest);
  const serving = open ? sliceSize : parameters.length;
  if (serving === 0)
    fail("ARGUMENT_ERROR", "slice(): block must define at least one parameter. Block has 0.");
  if (serving !== 1 && serving !== sliceSize) {
    const names = parameters.map(({ name }) => name).join(", ");
    fail(
      "ARGUMENT_ERROR",
      "slice(): block must define one parameter, or the same number of parameters as the given size of the slice " +
        `(${sliceSize}). Block has ${serving}; ${names}`,
    );
  }
  return serving;
}
