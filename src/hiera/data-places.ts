import { isMap, isScalar, isSeq, type Node } from "yaml";
import { parseYaml, type YamlText } from "../formats/yaml/parse-yaml.ts";
import type { DataPlace } from "./explain/explainer.ts";
import type { FileCache } from "./file-cache.ts";
import type { Location } from "./locations.ts";
import type { Segment } from "./split-key.ts";

const READABLE = /\.(?:ya?ml|eyaml|json)$/;

/** Tells on which line of its file a value stands, by reading the file once more: only when somebody asks. */
export class DataPlaces {
  readonly #files: FileCache;
  constructor(files: FileCache) {
    this.#files = files;
  }

  /** The place of a key's value; undefined when the location is no YAML or JSON file, or has no such key. */
  of(location: Location | undefined, path: readonly Segment[]): DataPlace | undefined {
    if (location?.kind !== "path" || !READABLE.test(location.location)) return undefined;
    const text = this.#files.data(location.location, "places", readable);
    const line = text && lineOf(text, path);
    return line === undefined ? undefined : { file: location.location, line };
  }
}

function readable(content: string): YamlText | undefined {
  try {
    return parseYaml(content);
  } catch {
    return undefined;
  }
}

function lineOf({ document, lines }: YamlText, path: readonly Segment[]): number | undefined {
  let node: Node | null = document.contents;
  let offset: number | undefined;
  for (const segment of path) {
    const next = step(node, segment);
    if (!next) break;
    offset = next.offset;
    node = next.node;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function step(node: Node | null, segment: Segment): { node: Node | null; offset: number } | undefined {
  if (isSeq(node) && typeof segment === "bigint") {
    const item = node.items[Number(segment)] as Node | undefined;
    return item && { node: item, offset: item.range?.[0] ?? 0 };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(({ key }) => isScalar(key) && matches(key.value, segment));
  return pair && { node: pair.value as Node | null, offset: (pair.key as Node).range?.[0] ?? 0 };
}

function matches(key: unknown, segment: Segment): boolean {
  return key === String(segment) || key === `:${segment}`;
}
