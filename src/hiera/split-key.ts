/** A part of a dotted key: a hash key, or an index (an Integer key of a hash). */
export type Segment = string | bigint;

const SPECIAL = /['".]/;
const PARTS = /(\s*"[^"]+"\s*|\s*'[^']+'\s*|[^'".]+)/;

/** The segments of a key (`a.'b.c'.0`), or undefined when its dots or quotes do not make sense. */
export function splitKey(key: string): Segment[] | undefined {
  if (!SPECIAL.test(key)) return [key];
  const parts = key.split(PARTS);
  while (parts.at(-1) === "") parts.pop();
  if (parts.shift() !== "" || parts.length === 0) return undefined;
  const segments = parts.filter((part) => part !== ".");
  if (segments.length * 2 !== parts.length + 1) return undefined;
  return segments.map((part) => segmentOf(part.trim()));
}

function segmentOf(part: string): Segment {
  if (part.startsWith('"') || part.startsWith("'")) return part.slice(1, -1);
  if (/^[+-]?[0-9]+$/.test(part)) return BigInt(part.replace(/^\+/, ""));
  return part;
}
