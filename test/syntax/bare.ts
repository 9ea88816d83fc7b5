import type { Node } from "../../src/syntax/ast.ts";

/** A tree without its places, as a text to compare. */
export function bare(node: Node | undefined): unknown {
  return JSON.parse(
    JSON.stringify(node ?? null, (key, value) => (PLACES.has(key) ? undefined : plain(value))),
  );
}

const PLACES: ReadonlySet<string> = new Set(["span", "source"]);

function plain(value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
