import { fail } from "../diagnostics/failure.ts";

/** More elements than any manifest means, and fewer than would exhaust the memory. */
const MOST_ELEMENTS = 5_000_000;
/** So long a text still fits as an array of its characters. */
const MOST_CHARACTERS = 64 * 2 ** 20;
/** The widest field of a format; Ruby's own limit is higher, and in memory only. */
const WIDEST = 10_000_000;

/** All that an iterable gives, as an array; fails instead of filling the memory when that has no end in sight. */
export function materialize<T>(iterable: Iterable<T>): T[] {
  const elements: T[] = [];
  for (const element of iterable) add(elements, element);
  return elements;
}

/** Put an element behind those of an array, unless there are too many already. */
export function add<T>(elements: T[], element: T): void {
  if (elements.length === MOST_ELEMENTS) boundedCount(MOST_ELEMENTS + 1);
  elements.push(element);
}

/** A number of elements that an array may have; fails for more. */
export function boundedCount(count: number): number {
  if (count <= MOST_ELEMENTS) return count;
  return fail(
    "TOO_MANY_ELEMENTS",
    `Cannot make an Array of more than ${MOST_ELEMENTS} elements`,
    "Iterate over the range with a function such as 'each' instead.",
  );
}

/** A text that is short enough to work with; fails for a longer one. */
export function boundedText(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return fail("TEXT_TOO_LONG", `Cannot make a String of more than ${MOST_CHARACTERS} characters`);
}

/** A width or precision of a format that fits into memory; fails for a larger one, with Ruby's words. */
export function boundedWidth(size: number, what: "width" | "precision" = "width"): number {
  if (Math.abs(size) <= WIDEST) return size;
  return fail(
    "ARGUMENT_ERROR",
    `${what} too big`,
    `${size} is more than ${WIDEST}, the most that is written.`,
  );
}
