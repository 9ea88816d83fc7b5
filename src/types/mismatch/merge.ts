import { type Mismatch, MissingRequiredBlock, UnexpectedBlock } from "./mismatch.ts";
import { samePlace } from "./path.ts";
import { type CountMismatch, SizeMismatch } from "./size-mismatch.ts";
import { TypeMismatch } from "./type-mismatch.ts";

type MismatchClass = abstract new (...args: never[]) => Mismatch;

/**
 * Mismatches of several alternatives in as few words as can be: when every alternative fails in the same way at
 * the same place, one mismatch says so. `position` is the path element that tells the alternatives apart.
 */
export function mergeAlternatives(
  position: number,
  sizeClass: typeof SizeMismatch | typeof CountMismatch,
  alternatives: readonly (readonly Mismatch[])[],
): Mismatch[] {
  const all = alternatives.flat();
  for (const kind of [sizeClass, MissingRequiredBlock, UnexpectedBlock, TypeMismatch] as MismatchClass[]) {
    const some = all.filter((mismatch) => mismatch instanceof kind);
    if (some.length !== alternatives.length) continue;
    const merged = mergeAll(some);
    if (merged) return [merged.without(position)];
  }
  const unique = distinct(all);
  return unique.length === 1 ? [unique[0]!.without(position)] : unique;
}

function mergeAll(mismatches: readonly Mismatch[]): Mismatch | undefined {
  let merged: Mismatch | undefined;
  for (const mismatch of mismatches) {
    if (merged === undefined) merged = mismatch;
    else if (samePlace(merged.path, mismatch.path)) merged = mergeTwo(merged, mismatch);
    else return undefined;
  }
  return merged;
}

function mergeTwo(a: Mismatch, b: Mismatch): Mismatch {
  if (a instanceof TypeMismatch && b instanceof TypeMismatch) return a.merged(b);
  if (a instanceof SizeMismatch && b instanceof SizeMismatch) return a.merged(b);
  return a;
}

function distinct(mismatches: readonly Mismatch[]): Mismatch[] {
  const seen = new Set<string>();
  return mismatches.filter(({ sameAs }) => {
    if (sameAs === undefined) return true;
    const isNew = !seen.has(sameAs);
    seen.add(sameAs);
    return isNew;
  });
}
