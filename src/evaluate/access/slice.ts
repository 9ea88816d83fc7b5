/** Where a slice begins and how long it is, counted from 0. */
export interface Slice {
  readonly start: number;
  readonly length: number;
}

/**
 * `x[from, count]`: a negative `from` counts from the end, a negative `count` is a position from the end; what lies
 * before the beginning is cut off. The length is negative when there is nothing to take.
 */
export function slice(size: number, from: bigint, count: bigint): Slice {
  const start = from < 0n ? size + Number(from) : Number(from);
  const length = count < 0n ? size - start + Number(count) + 1 : Number(count);
  return start < 0 ? { start: 0, length: length + start } : { start, length };
}
