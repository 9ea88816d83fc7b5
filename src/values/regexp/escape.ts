import { propertyClass } from "./properties.ts";
import type { Reader } from "./reader.ts";

/** Classes by letter, as the inside of a JavaScript class; ASCII only, as in Ruby. */
const LETTER_CLASSES: Readonly<Record<string, string>> = {
  d: "0-9",
  w: "0-9A-Z_a-z",
  s: "\\t-\\r ",
  h: "0-9A-Fa-f",
};

const CONTROL: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7, e: 27 };

/** A class written with a backslash: the inside of a JavaScript class, and whether it is negated. */
export interface EscapedClass {
  readonly inside: string;
  readonly negated: boolean;
}

/** `\d`, `\W`, `\p{Alpha}` and the like after the backslash; undefined when something else stands there. */
export function readEscapedClass(reader: Reader): EscapedClass | undefined {
  const letter = reader.peek();
  const inside = LETTER_CLASSES[letter.toLowerCase()];
  if (inside !== undefined) {
    reader.next();
    return { inside, negated: letter !== letter.toLowerCase() };
  }
  const property = reader.match(/[pP]\{(\^?)([^}]*)\}/y);
  if (!property) return undefined;
  const found = propertyClass(property[2]!);
  if (found === undefined) reader.fail(`invalid character property name {${property[1]}${property[2]}}`);
  return { inside: found, negated: (property[0][0] === "P") !== (property[1] === "^") };
}

/** The code points of a character written after a backslash (`n`, `x41`, `u{1F600 41}`, `012`, `/`). */
export function readEscapedCharacter(reader: Reader): number[] {
  if (reader.done) reader.fail("too short escape sequence");
  const unicode = reader.match(/u(?:\{\s*([0-9A-Fa-f]{1,6}(?:\s+[0-9A-Fa-f]{1,6})*)\s*\}|([0-9A-Fa-f]{4}))/y);
  if (unicode) return (unicode[1] ?? unicode[2]!).split(/\s+/).map((digits) => Number.parseInt(digits, 16));
  if (reader.peek() === "u") reader.fail("invalid Unicode escape");
  if (reader.peek() === "x") return [readHex(reader)];
  const octal = reader.match(/[0-7]{1,3}/y);
  if (octal) return [Number.parseInt(octal[0], 8) & 0xff];
  const control = reader.match(/(?:c|C-)(\\?.)/sy);
  if (control) return [control[1]!.codePointAt(control[1]!.length - 1)! & 0x1f];
  const character = reader.next();
  return [CONTROL[character] ?? character.codePointAt(0)!];
}

/** A byte, or the bytes of one UTF-8 character. */
function readHex(reader: Reader): number {
  const found = reader.match(/x([0-9A-Fa-f]{1,2})/y);
  if (!found) reader.fail("invalid hex escape");
  const bytes = [Number.parseInt(found[1]!, 16)];
  const more = bytes[0]! >= 0xf0 ? 3 : bytes[0]! >= 0xe0 ? 2 : bytes[0]! >= 0xc2 ? 1 : 0;
  for (let i = 0; i < more; i++) {
    const byte = reader.match(/\\x([89abAB][0-9A-Fa-f])/y);
    if (!byte) reader.fail("invalid multibyte escape");
    bytes.push(Number.parseInt(byte[1]!, 16));
  }
  return more === 0 ? bytes[0]! : Buffer.from(bytes).toString("utf8").codePointAt(0)!;
}

/** A code point as it is written in a JavaScript pattern of the `v` flag, inside a class or outside. */
export function literal(code: number): string {
  const character = String.fromCodePoint(code);
  if (/[A-Za-z0-9_ ]/.test(character)) return character;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code > 0xffff || (code >= 0xd800 && code < 0xe000) ? `\\u{${code.toString(16)}}` : character;
}
