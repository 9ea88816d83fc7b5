import { isMap, isPair, isScalar, isSeq, type Node, visit } from "yaml";
import type { Place } from "../../diagnostics/issue.ts";
import type { YamlText } from "../../formats/yaml/parse-yaml.ts";
import type { Value } from "../../values/value.ts";

/** Where a configuration comes from: its file, the directory its paths are relative to, and its contents. */
export interface ConfigSource {
  /** hiera.yaml itself; undefined when it does not exist and defaults stand in. */
  readonly path: string | undefined;
  readonly root: string;
  readonly contents: Value;
  /** The parsed text of the file, for places; only made when something is wrong. */
  readonly text: () => YamlText | undefined;
}

/** A step into a configuration: a key, the name of the key itself, or an index. */
export type ConfigPath = readonly (string | number)[];

/** The place of what a path leads to (its key, for members of hashes), or of the nearest thing around it. */
export function configPlace(source: ConfigSource, path: ConfigPath): Place {
  const text = source.text();
  if (!text) return { file: source.path };
  let node: Node | null = text.document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    offset = next.offset;
    node = next.node;
  }
  const { line, col } = text.lines.linePos(offset);
  return { file: source.path, line, column: col };
}

/** The place of the first scalar that names a variable in `%{...}`. */
export function placeOfText(source: ConfigSource, variable: string): Place {
  const text = source.text();
  let found: number | undefined;
  if (!text) return { file: source.path };
  visit(text.document, {
    Scalar(_key, { value, range }) {
      const names = [...String(value).matchAll(/%\{\s*['"]?([^}'"]*)['"]?\s*\}/g)].map((match) =>
        match[1]?.trim(),
      );
      if (!names.some((name) => name === variable || name?.startsWith(`${variable}.`))) return undefined;
      found = range?.[0];
      return visit.BREAK;
    },
  });
  if (found === undefined) return { file: source.path };
  const { line, col } = text.lines.linePos(found);
  return { file: source.path, line, column: col };
}

function child(node: Node | null, step: string | number): { node: Node | null; offset: number } | undefined {
  if (isSeq(node) && typeof step === "number") {
    const item = node.items[step] as Node | undefined;
    return item ? { node: item, offset: item.range?.[0] ?? 0 } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(
    (item) => isPair(item) && isScalar(item.key) && keyText(item.key.value) === step,
  );
  if (!pair) return undefined;
  return { node: pair.value as Node | null, offset: (pair.key as Node).range?.[0] ?? 0 };
}

function keyText(key: unknown): string {
  return String(key).replace(/^:/, "");
}
