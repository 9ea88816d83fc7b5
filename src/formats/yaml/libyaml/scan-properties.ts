import {
  type Cursor,
  isBlank,
  isBlankOrEnd,
  isBreakOrEnd,
  isWord,
  LibyamlProblem,
  type Mark,
} from "./cursor.ts";

/** A directive: `%YAML 1.1` or `%TAG ! prefix`. */
export type Directive =
  | { readonly name: "YAML"; readonly major: number; readonly minor: number }
  | { readonly name: "TAG"; readonly handle: string };

/** Raises what is wrong with the part that began at `start`. */
type Broken = (problem: string, context: string) => never;

function brokenAt(cursor: Cursor, start: Mark): Broken {
  return (problem, context) => {
    throw new LibyamlProblem(problem, context, start, cursor.mark);
  };
}

/** Past an anchor or alias. */
export function scanAnchor(cursor: Cursor): void {
  const context = cursor.peek() === "&" ? "while scanning an anchor" : "while scanning an alias";
  const broken = brokenAt(cursor, cursor.mark);
  cursor.skip();
  const name = word(cursor);
  if (name === "" || !(isBlankOrEnd(cursor.peek()) || "?:,]}%@`".includes(cursor.peek())))
    broken("did not find expected alphabetic or numeric character", context);
}

/** Past a tag; gives its handle, empty when it has none. */
export function scanTag(cursor: Cursor, inFlow: boolean): string {
  const broken: Broken = brokenAt(cursor, cursor.mark);
  const handle = cursor.peek(1) === "<" ? verbatimTag(cursor, broken) : shorthandTag(cursor, broken);
  if (!isBlankOrEnd(cursor.peek()) && !(inFlow && cursor.peek() === ","))
    broken("did not find expected whitespace or line break", "while scanning a tag");
  return handle;
}

function verbatimTag(cursor: Cursor, broken: Broken): string {
  cursor.skip(2);
  scanUri(cursor, { uri: true, directive: false, head: "" }, broken);
  if (cursor.peek() !== ">") broken("did not find the expected '>'", "while scanning a tag");
  cursor.skip();
  return "";
}

function shorthandTag(cursor: Cursor, broken: Broken): string {
  const handle = scanHandle(cursor, false, broken);
  if (handle.length > 1 && handle.endsWith("!")) {
    scanUri(cursor, { uri: false, directive: false, head: "" }, broken);
    return handle;
  }
  const read = scanUri(cursor, { uri: false, directive: false, head: handle }, broken);
  return handle.length + read > 1 ? "!" : "";
}

/** A `%` directive; undefined tokens of it are errors. */
export function scanDirective(cursor: Cursor): Directive {
  const context = "while scanning a directive";
  const broken: Broken = brokenAt(cursor, cursor.mark);
  cursor.skip();
  const name = word(cursor);
  if (name === "") broken("could not find expected directive name", context);
  if (!isBlankOrEnd(cursor.peek())) broken("found unexpected non-alphabetical character", context);
  if (name !== "YAML" && name !== "TAG") broken("found unknown directive name", context);
  cursor.skipBlanks();
  const directive = name === "YAML" ? version(cursor, broken) : tagDirective(cursor, broken);
  cursor.skipBlanks();
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.peek())) broken("did not find expected comment or line break", context);
  cursor.skipLine();
  return directive;
}

function version(cursor: Cursor, broken: Broken): Directive {
  const context = "while scanning a %YAML directive";
  const major = versionNumber(cursor, broken, context);
  if (cursor.peek() !== ".") broken("did not find expected digit or '.' character", context);
  cursor.skip();
  return { name: "YAML", major, minor: versionNumber(cursor, broken, context) };
}

function versionNumber(cursor: Cursor, broken: Broken, context: string): number {
  let digits = "";
  for (; /[0-9]/.test(cursor.peek()); cursor.skip()) {
    if (digits.length === 9) broken("found extremely long version number", context);
    digits += cursor.peek();
  }
  if (digits === "") broken("did not find expected version number", context);
  return Number(digits);
}

function tagDirective(cursor: Cursor, broken: Broken): Directive {
  const context = "while scanning a %TAG directive";
  const handle = scanHandle(cursor, true, broken);
  if (!isBlank(cursor.peek())) broken("did not find expected whitespace", context);
  cursor.skipBlanks();
  scanUri(cursor, { uri: true, directive: true, head: "" }, broken);
  if (!isBlankOrEnd(cursor.peek())) broken("did not find expected whitespace or line break", context);
  return { name: "TAG", handle };
}

function scanHandle(cursor: Cursor, directive: boolean, broken: Broken): string {
  const context = directive ? "while scanning a tag directive" : "while scanning a tag";
  if (cursor.peek() !== "!") broken("did not find expected '!'", context);
  cursor.skip();
  const handle = `!${word(cursor)}`;
  if (cursor.peek() === "!") {
    cursor.skip();
    return `${handle}!`;
  }
  if (directive && handle !== "!") broken("did not find expected '!'", "while parsing a tag directive");
  return handle;
}

interface UriKind {
  /** Whether `,`, `[` and `]` belong to it. */
  readonly uri: boolean;
  readonly directive: boolean;
  /** What of it was read as a handle. */
  readonly head: string;
}

/** Past a tag's URI; gives how many characters there were. */
function scanUri(cursor: Cursor, { uri, directive, head }: UriKind, broken: Broken): number {
  const context = directive ? "while parsing a %TAG directive" : "while parsing a tag";
  const chars = uri ? /^[\w;/?:@&=+$.%!~*'(),[\]-]$/ : /^[\w;/?:@&=+$.%!~*'()-]$/;
  let length = 0;
  for (; chars.test(cursor.peek()); length++) {
    if (cursor.peek() === "%") scanOctets(cursor, broken, context);
    else cursor.skip();
  }
  if (head.length + length === 0) broken("did not find expected tag URI", context);
  return length;
}

/** One character in UTF-8 as `%C3%A9`. */
function scanOctets(cursor: Cursor, broken: Broken, context: string): void {
  let width = 0;
  do {
    const digits = cursor.peek(1) + cursor.peek(2);
    if (cursor.peek() !== "%" || !/^[0-9A-Fa-f]{2}$/.test(digits))
      broken("did not find URI escaped octet", context);
    const octet = Number.parseInt(digits, 16);
    if (width > 0 && (octet & 0xc0) !== 0x80) broken("found an incorrect trailing UTF-8 octet", context);
    if (width === 0) width = widthOf(octet);
    if (width === 0) broken("found an incorrect leading UTF-8 octet", context);
    cursor.skip(3);
  } while (--width > 0);
}

function widthOf(octet: number): number {
  if (octet < 0x80) return 1;
  if ((octet & 0xe0) === 0xc0) return 2;
  if ((octet & 0xf0) === 0xe0) return 3;
  return (octet & 0xf8) === 0xf0 ? 4 : 0;
}

function word(cursor: Cursor): string {
  let found = "";
  for (; isWord(cursor.peek()); cursor.skip()) found += cursor.peek();
  return found;
}
