import { fail } from "../diagnostics/failure.ts";

/** More elements than any manifest means, and fewer than would exhaust the memory. */
const MOST_ELEMENTS = 10_000_000;

/** All that an iterable gives, as an array; fails instead of filling the memory when that has no end in sight. */
export function materialize<T>(iterable: Iterable<T>): T[] {
  const elements: T[] = [];
  for (const element of iterable) {
    if (elements.length === MOST_ELEMENTS) {
      fail(
        "TOO_MANY_ELEMENTS",
        `Cannot make an Array of more than ${MOST_ELEMENTS} elements`,
        "Iterate over the range with a function such as 'each' instead.",
      );
    }
    elements.push(element);
  }
  return elements;
}
