import type * as ast from "../ast.ts";
import type { Element } from "./rules.ts";

/** Adjacent `key => value` elements become one hash, placed at its first arrow. */
export function mergeEntries(elements: readonly Element[]): ast.Expression[] {
  const merged: ast.Expression[] = [];
  let entries: ast.KeyedEntry[] | undefined;
  for (const element of elements) {
    if (element.kind !== "KeyedEntry") {
      entries = undefined;
      merged.push(element);
    } else if (entries !== undefined) entries.push(element);
    else {
      entries = [element];
      merged.push({ kind: "LiteralHash", span: element.span, entries });
    }
  }
  return merged;
}
