import * as t from "../tokens.ts";
import type { Lexing } from "./lexing.ts";

const NUMBER = /(?:0[xX][0-9A-Fa-f]+|0?\d+(?:\.\d+)?(?:[eE]-?\d+)?)(?![\w\p{L}\p{N}])/uy;
const REST_OF_WORD = /\w+/y;

/** A decimal, octal, hexadecimal or floating point number. */
export function number(lx: Lexing): void {
  const start = lx.pos;
  const value = lx.scan(NUMBER);
  if (value === undefined) illegal(lx, start);
  assertNumeric(lx, value, start);
  lx.push(t.NumberToken, value, start, lx.pos);
}

/** What looks like a number but is none; a bad fraction is shown with the digits before its dot. */
function illegal(lx: Lexing, start: number): never {
  const word = lx.scan(REST_OF_WORD) ?? "";
  let from = start;
  if (start > 1 && lx.text[start - 1] === ".") {
    for (let at = start - 2; isDigit(lx.text[at]); at--) from = at;
  }
  const value = from === start ? word : lx.text.slice(from, lx.pos);
  assertNumeric(lx, value, from);
  return lx.fail("ILLEGAL_NUMBER", `Illegal number '${value}'`, from + 1);
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}

function assertNumeric(lx: Lexing, value: string, at: number): void {
  if (/^0[xX]/.test(value)) {
    if (!/^0[xX][0-9A-Fa-f]+$/.test(value))
      lx.fail("INVALID_HEX_NUMBER", `Not a valid hex number ${value}`, at);
  } else if (/^0[^.]/.test(value)) {
    if (!/^0[0-7]+$/.test(value)) lx.fail("INVALID_OCTAL_NUMBER", `Not a valid octal number ${value}`, at);
  } else if (/^\d+[eE.]/.test(value)) {
    if (!/^\d+(?:\.\d+)?(?:[eE]-?\d+)?$/.test(value)) {
      lx.fail("INVALID_DECIMAL_NUMBER", `Not a valid decimal number ${value}`, at);
    }
  } else if (!/^\d+$/.test(value)) lx.fail("ILLEGAL_NUMBER", `Illegal number '${value}'`, at);
}
