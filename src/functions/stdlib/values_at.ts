import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The elements of an array at indexes and ranges of indexes. */
export const values_at = defineLegacyFunction("values_at", -1, (_call, args) => {
  const [array, indexes] = args;
  if (args.length < 2) parseError(`values_at(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(array)) parseError("values_at(): Requires array to work with");
  const wanted = flattened([indexes!]);
  if (wanted.length === 0) parseError("values_at(): You must provide at least one positive index to collect");
  return wanted
    .flatMap((index) => positions(rubyText(index), array.length))
    .map((position): Value => array[position] ?? null)
    .filter((value) => value !== null);
});

function positions(text: string, size: number): number[] {
  const range = /^(\d+)(\.\.\.?|-)(\d+)$/m.exec(text);
  if (range) return between(Number(range[1]), Number(range[3]), range[2] === "...", size);
  if (!/^\d+$/m.test(text)) parseError("values_at(): Unknown format of given index");
  const position = Number.parseInt(text, 10);
  return position > size - 1 ? parseError("values_at(): Given index exceeds array size") : [position];
}

function between(start: number, stop: number, exclusive: boolean, size: number): number[] {
  if (start > stop)
    parseError("values_at(): Stop index in given indices range is smaller than the start index");
  if (stop > size - 1) parseError("values_at(): Stop index in given indices range exceeds array size");
  return Array.from({ length: stop - start + (exclusive ? 0 : 1) }, (_, i) => start + i);
}
