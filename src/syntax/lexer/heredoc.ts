import * as t from "../tokens.ts";
import { heredocText } from "./interpolation.ts";
import { Lexing } from "./lexing.ts";

const BLANKS = "[\\t \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]*";
const TAG = new RegExp(
  `@\\(([^:/\\r\\n)]+)(?::${BLANKS}([a-z][a-zA-Z0-9_+]+)${BLANKS})?(?:/((?:\\w|[$])*)${BLANKS})?\\)`,
);

interface Tag {
  readonly end: string;
  readonly syntax: string;
  readonly interpolate: boolean;
  readonly escapes: ReadonlySet<string>;
}

/** `@(END)` and the text below it, which is lexed at once; the line goes on behind the closing parenthesis. */
export function heredoc(lx: Lexing): void {
  const start = lx.pos;
  const tag = readTag(lx);
  const afterTag = lx.pos;
  const textStart = lx.newlineJump ?? lx.text.indexOf("\n", afterTag) + 1;
  if (textStart === 0) lx.fail("HEREDOC_WITHOUT_TEXT", "Heredoc without any following lines of text");
  const body = readBody(lx, tag, textStart);
  lx.push(t.Heredoc, tag.syntax, start, afterTag);
  lx.newlineJump = body.next;
  const inner = new Lexing(lx.source, lx.options, body.text, {
    lexing: lx,
    toGlobal: (at) => lx.global(body.toOuter(at)),
  });
  heredocText(inner, tag.escapes, tag.interpolate);
  lx.pos = afterTag;
}

function readTag(lx: Lexing): Tag {
  const close = lx.text.indexOf(")", lx.pos);
  if (close < 0) {
    const message = `Unclosed parenthesis after '@(' followed by '${lx.followedBy()}'`;
    lx.fail("HEREDOC_UNCLOSED_PARENTHESIS", message);
  }
  const match = TAG.exec(lx.text.slice(lx.pos, close + 1));
  lx.pos = close + 1;
  if (match === null)
    lx.fail("HEREDOC_INVALID_SYNTAX", "Invalid syntax in heredoc expected @(endtag[:syntax][/escapes])");
  const given = match[1]!.trim();
  const quoted = /^"(.*)"$/.exec(given);
  const end = quoted === null ? given : quoted[1]!.trim();
  if (end === "") lx.fail("HEREDOC_EMPTY_ENDTAG", "Heredoc with an empty endtag");
  return { end, syntax: match[2] ?? "", interpolate: quoted !== null, escapes: escapesOf(lx, match[3]) };
}

function escapesOf(lx: Lexing, flags: string | undefined): ReadonlySet<string> {
  if (flags === undefined) return new Set();
  const chars = [...(flags === "" ? "trnsuL$" : flags)];
  if (new Set(chars).size !== chars.length) {
    const message = `An escape char for @() may only appear once. Got '${chars.join(", ")}'`;
    lx.fail("HEREDOC_MULTIPLE_AT_ESCAPES", message);
  }
  const escapes = new Set(["\\"]);
  for (const char of chars) {
    if (!"trnsuL$".includes(char)) {
      const message = `Invalid heredoc escape char. Only t, r, n, s,  u, L, $ allowed. Got '${char}'`;
      lx.fail("HEREDOC_INVALID_ESCAPE", message);
    }
    if (char === "L") escapes.add("\n").add("\r\n");
    else escapes.add(char);
  }
  return escapes;
}

interface Body {
  readonly text: string;
  /** The offset behind the line of the end tag. */
  readonly next: number;
  readonly toOuter: (offset: number) => number;
}

/** The lines up to the end tag without their margin. */
function readBody(lx: Lexing, tag: Tag, textStart: number): Body {
  const endLine = endLinePattern(tag.end);
  let lineStart = textStart;
  const lines: string[] = [];
  while (lineStart < lx.text.length) {
    const newline = lx.text.indexOf("\n", lineStart);
    const next = newline < 0 ? lx.text.length : newline + 1;
    const line = lx.text.slice(lineStart, next);
    const end = endLine.exec(line);
    if (end !== null) return bodyOf(lines, textStart, next, end);
    lines.push(line);
    lineStart = next;
  }
  lx.pos = textStart;
  return lx.fail("HEREDOC_WITHOUT_END_TAGGED_LINE", "Heredoc without end-tagged line");
}

function endLinePattern(end: string): RegExp {
  const escaped = end.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return new RegExp(`(${BLANKS})(?:([|])${BLANKS})?(?:(-)${BLANKS})?${escaped}${BLANKS}\\r?(?:\\n|$)`);
}

function bodyOf(lines: readonly string[], textStart: number, next: number, end: RegExpExecArray): Body {
  const margin = end[2] === "|" ? end[1]! : "";
  const kept = lines.map((line) =>
    margin !== "" && line.startsWith(margin) ? line.slice(margin.length) : line,
  );
  const joined = kept.join("");
  const text = end[3] === "-" ? joined.replace(/\r?\n$/, "") : joined;
  return { text, next, toOuter: marginMap(lines, kept, textStart) };
}

/** Maps an offset in the text without margins to the source. */
function marginMap(
  lines: readonly string[],
  kept: readonly string[],
  textStart: number,
): (offset: number) => number {
  const starts: number[] = [];
  const margins: number[] = [];
  let start = 0;
  let margin = 0;
  lines.forEach((line, index) => {
    margin += line.length - kept[index]!.length;
    starts.push(start);
    margins.push(margin);
    start += kept[index]!.length;
  });
  return (offset) => {
    const line = lineAt(starts, offset);
    return textStart + offset + (offset === 0 ? 0 : (margins[line] ?? 0));
  };
}

/** The last line that starts at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
