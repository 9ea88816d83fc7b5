import { fail } from "../../diagnostics/failure.ts";
import { BreakSignal } from "../../evaluate/control.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import {
  type BuiltinFunction,
  block,
  defineFunction,
  optionalBlock,
  param,
  type Signature,
} from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import type { Closure } from "../../values/closure.ts";
import { codePointLength } from "../../values/code-points.ts";
import { Hash } from "../../values/hash.ts";
import { add, boundedCount, materialize } from "../../values/materialize.ts";
import type { Regexp } from "../../values/regexp.ts";
import type { Value } from "../../values/value.ts";
import { elements, hasKeys, iterate, pairs } from "../iterable.ts";
import { rubyEqual } from "../ruby-equal.ts";
import { untilBreak } from "../until-break.ts";

type Body = (call: Call, iterable: Value) => Value;

/**
 * The four ways to call a function that iterates: with a hash or anything iterable, and a lambda of two parameters
 * (key or index, and value) or of one.
 */
export function iterationSignatures(withTwo: Body, withOne: Body): Signature[] {
  return [
    { params: [param("Hash[Any, Any]", "hash")], block: block("Callable[2,2]"), body: withTwo },
    { params: [param("Hash[Any, Any]", "hash")], block: block("Callable[1,1]"), body: withOne },
    { params: [param("Iterable", "enumerable")], block: block("Callable[2,2]"), body: withTwo },
    { params: [param("Iterable", "enumerable")], block: block("Callable[1,1]"), body: withOne },
  ];
}

/** A function that is called in those four ways only. */
export function defineIteration(name: string, withTwo: Body, withOne: Body): BuiltinFunction {
  return defineFunction(name, ...iterationSignatures(withTwo, withOne));
}

/** Calls the lambda for every element; gives what was iterated over. */
const each = defineIteration(
  "each",
  ({ block }, iterable) => {
    untilBreak(() => {
      for (const pair of pairs(iterable)) block!.call(pair);
    });
    return iterable;
  },
  ({ block }, iterable) => {
    untilBreak(() => {
      for (const element of elements(iterable)) block!.call([element]);
    });
    return iterable;
  },
);

/** What the lambda makes of every element. */
const map = defineIteration(
  "map",
  ({ block }, iterable) => {
    const result: Value[] = [];
    untilBreak(() => {
      for (const pair of pairs(iterable)) add(result, block!.call(pair));
    });
    return result;
  },
  ({ block }, iterable) => {
    const result: Value[] = [];
    untilBreak(() => {
      for (const element of elements(iterable)) add(result, block!.call([element]));
    });
    return result;
  },
);

/** The elements for which the lambda holds; a hash of a hash. Only what is no hash can be left by `break()`. */
const filter = defineIteration("filter", filterPairs, filterElements);

function filterPairs({ block }: Call, iterable: Value): Value {
  if (hasKeys(iterable)) return Hash.from([...pairs(iterable)].filter((pair) => isTrue(block!.call(pair))));
  const result: Value[] = [];
  untilBreak(() => {
    for (const [index, element] of pairs(iterable)) {
      if (isTrue(block!.call([index, element]))) add(result, element);
    }
  });
  return result;
}

function filterElements({ block }: Call, iterable: Value): Value {
  if (iterable instanceof Hash) return Hash.from([...iterable].filter((pair) => isTrue(block!.call([pair]))));
  const result: Value[] = [];
  untilBreak(() => {
    for (const element of elements(iterable)) if (isTrue(block!.call([element]))) add(result, element);
  });
  return result;
}

/** Whether the lambda holds for at least one element. */
const any = defineIteration(
  "any",
  ({ block }, iterable) => {
    for (const pair of pairs(iterable)) if (isTrue(block!.call(pair))) return true;
    return false;
  },
  ({ block }, iterable) => {
    for (const element of elements(iterable)) if (isTrue(block!.call([element]))) return true;
    return false;
  },
);

/** Whether the lambda holds for every element. */
const all = defineIteration(
  "all",
  ({ block }, iterable) => {
    for (const pair of pairs(iterable)) if (!isTrue(block!.call(pair))) return false;
    return true;
  },
  ({ block }, iterable) => {
    for (const element of elements(iterable)) if (!isTrue(block!.call([element]))) return false;
    return true;
  },
);

/** The index or key of the first element that is equal, matches, or for which the lambda holds; undef for none. */
const index = defineFunction(
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

/** The elements from the last to the first; lazy without a lambda. */
const reverse_each = defineFunction(
  "reverse_each",
  { params: [param("Iterable", "iterable")], body: (_call, iterable) => iterate(iterable!).reversed() },
  {
    params: [param("Iterable", "iterable")],
    block: block("Callable[1,1]"),
    body({ block }, iterable) {
      untilBreak(() => {
        for (const element of iterate(iterable!).reversed()) block!.call([element]);
      });
      return null;
    },
  },
);

/** Every nth element, beginning with the first; lazy without a lambda. */
const step = defineFunction(
  "step",
  {
    params: [param("Iterable", "iterable"), param("Integer[1]", "step")],
    body: (_call, iterable, size: bigint) => iterate(iterable!).step(Number(size)),
  },
  {
    params: [param("Iterable", "iterable"), param("Integer[1]", "step")],
    block: block("Callable[1,1]"),
    body({ block }, iterable, size: bigint) {
      untilBreak(() => {
        for (const element of iterate(iterable!).step(Number(size))) block!.call([element]);
      });
      return null;
    },
  },
);

const size = param("Integer[1, default]", "slice_size");

/** Arrays of so many elements each, or the lambda called with each such array or its elements. */
const slice = defineFunction(
  "slice",
  { params: [param("Hash[Any, Any]", "hash"), size], block: optionalBlock(), body: sliced },
  { params: [param("Iterable", "enumerable"), size], block: optionalBlock(), body: sliced },
);

function sliced({ block }: Call, iterable: Value, sliceSize: bigint): Value {
  const slices = slicesOf(elements(iterable), Number(sliceSize));
  if (!block) return materialize(slices);
  const serving = boundedCount(servingSize(block, Number(sliceSize)));
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
    add(slice, value);
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

/** One value out of all elements, each combined with what came before; `break()` gives what came before. */
const reduce = defineFunction(
  "reduce",
  {
    params: [param("Iterable", "enumerable")],
    block: block("Callable[2,2]"),
    body({ block }, iterable) {
      // Taken one by one: a range may have more elements than there is memory for.
      const rest = elements(iterable!)[Symbol.iterator]();
      const first = rest.next();
      return first.done ? null : combined(first.value, { [Symbol.iterator]: () => rest }, block!);
    },
  },
  {
    params: [param("Iterable", "enumerable"), param("Any", "memo")],
    block: block("Callable[2,2]"),
    body: ({ block }, iterable, memo) => combined(memo!, elements(iterable!), block!),
  },
);

function combined(start: Value, rest: Iterable<Value>, block: Closure): Value {
  let memo = start;
  try {
    for (const element of rest) memo = block.call([memo, element]);
  } catch (thrown) {
    if (!(thrown instanceof BreakSignal)) throw thrown;
  }
  return memo;
}

/** The functions of this chapter. */
export const iteratingFunctions: readonly BuiltinFunction[] = [
  each,
  map,
  filter,
  any,
  all,
  index,
  reverse_each,
  step,
  slice,
  reduce,
];
