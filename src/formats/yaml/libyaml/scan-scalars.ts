import {
  type Cursor,
  END,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  LibyamlProblem,
  type Mark,
} from "./cursor.ts";

const QUOTED = "while scanning a quoted scalar";
const ESCAPED = "while parsing a quoted scalar";
const BLOCK = "while scanning a block scalar";
const PLAIN = "while scanning a plain scalar";
const ESCAPES = new Set([...'0abt\tnvfre "/\\N_LP']);
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Past a quoted scalar. */
export function scanQuoted(cursor: Cursor): void {
  const start = cursor.mark;
  const quote = cursor.peek();
  cursor.skip();
  for (;;) {
    if (cursor.atDocumentIndicator()) broken("found unexpected document indicator", QUOTED);
    if (cursor.peek() === END) broken("found unexpected end of stream", QUOTED);
    quotedWord(cursor, quote, start);
    if (cursor.peek() === quote) break;
    skipSpace(cursor);
  }
  cursor.skip();

  function broken(problem: string, context: string): never {
    throw new LibyamlProblem(problem, context, start, cursor.mark);
  }
}

/** Up to white space or the closing quote. */
function quotedWord(cursor: Cursor, quote: string, start: Mark): void {
  while (!isBlankOrEnd(cursor.peek())) {
    const char = cursor.peek();
    if (char === "'" && quote === "'" && cursor.peek(1) === "'") cursor.skip(2);
    else if (char === quote) return;
    else if (char !== "\\" || quote === "'") cursor.skip();
    else if (isBreak(cursor.peek(1))) {
      cursor.skip();
      cursor.skipLine();
      return;
    } else escapeSequence(cursor, start);
  }
}

function escapeSequence(cursor: Cursor, start: Mark): void {
  const kind = cursor.peek(1);
  const length = CODE_LENGTHS[kind] ?? 0;
  if (length === 0 && !ESCAPES.has(kind)) broken("found unknown escape character");
  cursor.skip(2);
  let digits = "";
  for (let i = 0; i < length; i++) digits += cursor.peek(i);
  if (!/^[0-9A-Fa-f]*$/.test(digits)) broken("did not find expected hexdecimal number");
  const code = Number.parseInt(digits || "0", 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    broken("found invalid Unicode character escape code");
  cursor.skip(length);

  function broken(problem: string): never {
    throw new LibyamlProblem(problem, ESCAPED, start, cursor.mark);
  }
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    if (isBlank(cursor.peek())) cursor.skip();
    else if (isBreak(cursor.peek())) cursor.skipLine();
    else return;
  }
}

/** Past a plain scalar; true when lines have ended after it, so that a simple key may follow. */
export function scanPlain(cursor: Cursor, inFlow: boolean, indent: number): boolean {
  const start = cursor.mark;
  let newLine = false;
  while (!cursor.atDocumentIndicator() && cursor.peek() !== "#") {
    if (plainWord(cursor, inFlow, start)) newLine = false;
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    newLine = plainSpace(cursor, newLine, indent, start);
    if (!inFlow && cursor.column < indent) break;
  }
  return newLine;
}

/** Up to what ends a plain scalar or a word of it; true when there was a word. */
function plainWord(cursor: Cursor, inFlow: boolean, start: Mark): boolean {
  const before = cursor.index;
  for (let char = cursor.peek(); !isBlankOrEnd(char); char = cursor.peek()) {
    if (inFlow && char === ":" && ",?[]{}".includes(cursor.peek(1)))
      throw new LibyamlProblem("found unexpected ':'", PLAIN, start, cursor.mark);
    if ((char === ":" && isBlankOrEnd(cursor.peek(1))) || (inFlow && ",[]{}".includes(char))) break;
    cursor.skip();
  }
  return cursor.index > before;
}

function plainSpace(cursor: Cursor, after: boolean, indent: number, start: Mark): boolean {
  let newLine = after;
  for (;;) {
    if (isBreak(cursor.peek())) {
      cursor.skipLine();
      newLine = true;
    } else if (isBlank(cursor.peek())) {
      if (newLine && cursor.column < indent && cursor.peek() === "\t")
        throw new LibyamlProblem(
          "found a tab character that violates indentation",
          PLAIN,
          start,
          cursor.mark,
        );
      cursor.skip();
    } else return newLine;
  }
}

/** Past a literal or folded scalar; `parent` is the indentation around it. */
export function scanBlock(cursor: Cursor, parent: number): void {
  const start = cursor.mark;
  cursor.skip();
  const increment = blockHeader(cursor, start);
  cursor.skipBlanks();
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.peek()))
    throw new LibyamlProblem("did not find expected comment or line break", BLOCK, start, cursor.mark);
  cursor.skipLine();
  let indent = blockBreaks(cursor, increment === 0 ? 0 : Math.max(parent, 0) + increment, parent, start);
  while (cursor.column === indent && cursor.peek() !== END) {
    while (!isBreakOrEnd(cursor.peek())) cursor.skip();
    cursor.skipLine();
    indent = blockBreaks(cursor, indent, parent, start);
  }
}

/** The indentation that the header gives; 0 when it gives none. */
function blockHeader(cursor: Cursor, start: Mark): number {
  let increment = 0;
  const chomping = () => {
    if (!"+-".includes(cursor.peek())) return false;
    cursor.skip();
    return true;
  };
  const chomped = chomping();
  if (/[0-9]/.test(cursor.peek())) {
    increment = Number(cursor.peek());
    if (increment === 0)
      throw new LibyamlProblem("found an indentation indicator equal to 0", BLOCK, start, cursor.mark);
    cursor.skip();
    if (!chomped) chomping();
  }
  return increment;
}

/** Past indentation and empty lines; gives the indentation, found when it was not known. */
function blockBreaks(cursor: Cursor, indent: number, parent: number, start: Mark): number {
  let most = 0;
  const within = () => indent === 0 || cursor.column < indent;
  for (;;) {
    while (within() && cursor.peek() === " ") cursor.skip();
    most = Math.max(most, cursor.column);
    if (within() && cursor.peek() === "\t")
      throw new LibyamlProblem(
        "found a tab character where an indentation space is expected",
        BLOCK,
        start,
        cursor.mark,
      );
    if (!isBreak(cursor.peek())) break;
    cursor.skipLine();
  }
  return indent === 0 ? Math.max(most, parent + 1, 1) : indent;
}
