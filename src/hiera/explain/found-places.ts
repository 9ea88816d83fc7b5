import type { Segment } from "../split-key.ts";
import type { Branch, DataPlace, ExplainNode } from "./explainer.ts";

/** What is looked up on the way to a value, but is not where the value stands. */
const ASIDES: ReadonlySet<Branch["kind"]> = new Set(["data", "interpolate", "meta", "sub_lookup"]);

/**
 * Where the value stands that a lookup found: one place, or for a merged value that of every part, highest priority
 * first. Empty for values that come from nowhere in the data, such as defaults.
 */
export function foundPlaces(root: ExplainNode): DataPlace[] {
  const search = root.branches.findLast(({ branch }) => branch?.kind === "data");
  if (!search) return [];
  const path = dugPath(search);
  return path ? placesIn(search, path) : [];
}

/** The segments that led into the value; undefined when they led nowhere. */
function dugPath({ branches }: ExplainNode): readonly Segment[] | undefined {
  const dug = branches.filter(({ branch }) => branch?.kind === "sub_lookup");
  if (dug.length === 0) return [];
  const found = dug.find((node) => node.branches.at(-1)?.outcome?.kind === "found")?.branch;
  return found?.kind === "sub_lookup" ? found.segments : undefined;
}

function placesIn(node: ExplainNode, path: readonly Segment[]): DataPlace[] {
  const here = node.outcome?.kind === "found" ? node.place?.(path) : undefined;
  const below = node.branches
    .filter(({ branch }) => branch && !ASIDES.has(branch.kind))
    .flatMap((inner) => placesIn(inner, path));
  return here ? [here, ...below] : below;
}
