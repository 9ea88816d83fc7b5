import { readClass } from "./character-class.ts";
import { literal, readEscapedCharacter, readEscapedClass } from "./escape.ts";
import { readGroup } from "./groups.ts";
import { js, type RegexpNode, sequence } from "./node.ts";
import type { Flags, Reader } from "./reader.ts";

const WORD = "[\\p{L}\\p{M}\\p{N}\\p{Pc}]";

/** Anchors and other escapes that stand for a fixed piece of JavaScript (without the `m` flag). */
const FIXED: Readonly<Record<string, string>> = {
  A: "^",
  z: "$",
  Z: "(?=\\n?$)",
  G: "^",
  b: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
  B: `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
  R: "(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])",
  X: "(?:\\r\\n|\\P{M}\\p{M}*|\\p{M}+)",
};

const LINE_START = "(?:^|(?<=\\n)(?!$))";
const LINE_END = "(?=\\n|$)";

/** Alternatives up to a closing parenthesis or the end. */
export function parseAlternatives(reader: Reader, flags: Flags): RegexpNode {
  const options = [parseSequence(reader, flags)];
  while (reader.take("|")) options.push(parseSequence(reader, flags));
  return options.length === 1 ? options[0]! : { kind: "alternatives", options };
}

function parseSequence(reader: Reader, flags: Flags): RegexpNode {
  const items: RegexpNode[] = [];
  for (;;) {
    if (flags.extended) reader.match(/(?:\s|#[^\n]*)*/y);
    const next = reader.peek();
    if (next === "" || next === "|" || next === ")") return sequence(items);
    items.push(parseQuantified(reader, flags));
  }
}

function parseQuantified(reader: Reader, flags: Flags): RegexpNode {
  let node = parseAtom(reader, flags);
  for (;;) {
    if (flags.extended) reader.match(/(?:\s|#[^\n]*)*/y);
    const quantifier = readQuantifier(reader);
    if (!quantifier) return node;
    node = { kind: "repeat", body: node, ...quantifier };
  }
}

/** `{n,m}+` is no possessive quantifier in Ruby but a repeated repeat. */
function readQuantifier(reader: Reader): { quantifier: string; possessive: boolean } | undefined {
  const simple = reader.match(/([*+?])([?+]?)/y);
  if (simple) {
    const possessive = simple[2] === "+";
    return { quantifier: possessive ? simple[1]! : simple[0], possessive };
  }
  const interval = reader.match(/\{(\d*)(,?)(\d*)\}(\??)/y);
  if (!interval) return undefined;
  const [all, min, comma, max, lazy] = interval;
  if (min === "" && max === "") {
    reader.at -= all.length;
    return undefined;
  }
  if (Number(min) > 100_000 || Number(max) > 100_000) reader.fail("too big number for repeat range");
  const [low, high] = min !== "" && max !== "" && Number(min) > Number(max) ? [max, min] : [min || "0", max];
  if (low !== (min || "0")) reader.fail("upper is smaller than lower in repeat range");
  if (comma === "") return { quantifier: lazy === "" ? `{${low}}` : `{0,${low}}`, possessive: false };
  return { quantifier: `{${low},${high}}${lazy}`, possessive: false };
}

function parseAtom(reader: Reader, flags: Flags): RegexpNode {
  const literalBrace = reader.match(/\{/y);
  if (literalBrace) return js("\\{");
  if (/[*+?]/.test(reader.peek())) reader.fail("target of repeat operator is not specified");
  const character = reader.next();
  switch (character) {
    case "(":
      return readGroup(reader, flags, parseAlternatives);
    case "[":
      return js(readClass(reader));
    case ".":
      return js(flags.dotAll ? "[^]" : "[^\\n]");
    case "^":
      return js(LINE_START);
    case "$":
      return js(LINE_END);
    case "\\":
      return parseEscape(reader);
    default:
      return js(literal(character.codePointAt(0)!));
  }
}

function parseEscape(reader: Reader): RegexpNode {
  if (reader.take("K")) return { kind: "keep" };
  const letter = reader.peek();
  const fixed = FIXED[letter];
  if (fixed !== undefined) {
    reader.next();
    return js(fixed);
  }
  const escaped = readEscapedClass(reader);
  if (escaped) return js(`[${escaped.negated ? "^" : ""}${escaped.inside}]`);
  return readReference(reader) ?? js(readEscapedCharacter(reader).map(literal).join(""));
}

function readReference(reader: Reader): RegexpNode | undefined {
  const numbered = reader.match(/[1-9]\d*/y);
  if (numbered) return numberedReference(reader, numbered[0]);
  const named = reader.match(/([kg])(?:<([^>]+)>|'([^']+)')/y);
  if (!named) return undefined;
  const target = referenceTarget(reader, (named[2] ?? named[3])!);
  return { kind: named[1] === "k" ? "backreference" : "call", target };
}

/** Digits beyond the number of groups mean a character in octal, when they can. */
function numberedReference(reader: Reader, digits: string): RegexpNode | undefined {
  const groups = countGroups(reader);
  if (Number(digits) <= Math.max(9, groups)) {
    if (reader.named) reader.fail("numbered backref/call is not allowed. (use name)");
    if (Number(digits) > groups) reader.fail("invalid backref number/name");
    return { kind: "backreference", target: Number(digits) };
  }
  reader.at -= digits.length;
  return /^[0-7]/.test(digits) ? undefined : js(literal(reader.next().codePointAt(0)!));
}

function countGroups(reader: Reader): number {
  return (
    reader.source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]/g, "").match(/\((?!\?)|\(\?<(?![=!])/g) ?? []
  ).length;
}

function referenceTarget(reader: Reader, text: string): number | string {
  if (!/^[-+]?\d+$/.test(text)) return text;
  const number = Number(text);
  if (text.startsWith("-")) return reader.captures + 1 + number;
  return text.startsWith("+") ? reader.captures + number : number;
}
