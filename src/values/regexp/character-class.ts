import { literal, readEscapedCharacter, readEscapedClass } from "./escape.ts";
import { posixClass } from "./properties.ts";
import type { Reader } from "./reader.ts";

/** A bracket expression of Ruby, after its `[`, as a JavaScript class of the `v` flag. */
export function readClass(reader: Reader): string {
  const negated = reader.take("^");
  const parts: string[] = [];
  const intersected: string[] = [];
  if (reader.peek() === "]") {
    if (!reader.source.slice(reader.at + 1).includes("]")) reader.fail("empty char-class");
    reader.next();
    parts.push(readRange(reader, 0x5d));
  }
  while (!reader.take("]")) {
    if (reader.done) reader.fail("premature end of char-class");
    if (reader.take("&&")) intersected.push(union(parts.splice(0)));
    else parts.push(readItem(reader));
  }
  const last = union(parts);
  const open = negated ? "[^" : "[";
  if (intersected.length === 0) return `${open}${parts.join("")}]`;
  return `${open}${[...intersected, last].join("&&")}]`;
}

function union(parts: readonly string[]): string {
  return `[${parts.join("")}]`;
}

function readItem(reader: Reader): string {
  const posix = reader.match(/\[:(\^?)([a-z]*):\]/y);
  if (posix) {
    const inside = posixClass(posix[2]!);
    if (inside === undefined) reader.fail("invalid POSIX bracket type");
    return wholeClass(reader, posix[1] === "^" ? `[^${inside}]` : inside);
  }
  if (reader.take("[")) return readClass(reader);
  if (!reader.take("\\")) return readRange(reader, reader.next().codePointAt(0)!);
  const escaped = readEscapedClass(reader);
  if (escaped) return wholeClass(reader, escaped.negated ? `[^${escaped.inside}]` : escaped.inside);
  if (reader.take("R")) return "\\n\\r";
  return readEscapedItem(reader);
}

function readEscapedItem(reader: Reader): string {
  const codes = reader.take("b") ? [8] : readEscapedCharacter(reader);
  const last = codes.pop()!;
  return codes.map(literal).join("") + readRange(reader, last);
}

/** A class cannot begin a range: a hyphen after it means itself. */
function wholeClass(reader: Reader, inside: string): string {
  return reader.source.startsWith("-", reader.at) && reader.source[reader.at + 1] !== "]" && reader.take("-")
    ? `${inside}\\x2d`
    : inside;
}

/** One character, or the range that it begins. */
function readRange(reader: Reader, from: number): string {
  const range = reader.match(/-(?!\]|&&)/y);
  if (!range) return literal(from);
  const to = readRangeEnd(reader);
  if (to === undefined) return `${literal(from)}\\x2d`;
  if (to < from) reader.fail("empty range in char class");
  return `${literal(from)}-${literal(to)}`;
}

function readRangeEnd(reader: Reader): number | undefined {
  if (reader.done) reader.fail("premature end of char-class");
  if (reader.peek() === "[") return undefined;
  if (!reader.take("\\")) return reader.next().codePointAt(0)!;
  if (/[dwshpDWSHP]/.test(reader.peek())) reader.fail("char-class value at end of range");
  return reader.take("b") ? 8 : readEscapedCharacter(reader)[0]!;
}
