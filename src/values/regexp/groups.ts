import { EMPTY, js, type RegexpNode, sequence } from "./node.ts";
import type { Flags, Reader } from "./reader.ts";

/** Parses what stands inside of a group; handed in, because groups and what they hold contain one another. */
export type ParseBody = (reader: Reader, flags: Flags) => RegexpNode;

/** What JavaScript writes the same way. */
const SAME = ["?:", "?=", "?!", "?<=", "?<!"];

/** A parenthesized piece, after its `(`. */
export function readGroup(reader: Reader, flags: Flags, parse: ParseBody): RegexpNode {
  if (reader.peek() !== "?") return capture(reader, flags, undefined, parse);
  const open = SAME.find((text) => reader.take(text));
  if (open) return { kind: "group", open: `(${open}`, body: closed(reader, flags, parse) };
  if (reader.take("?>")) return { kind: "atomic", body: closed(reader, flags, parse) };
  if (reader.take("?~")) return absent(closed(reader, flags, parse));
  if (reader.take("?#")) return comment(reader);
  if (reader.match(/\?(?=[<'])/y)) return capture(reader, flags, readName(reader), parse);
  if (reader.peek() === "?" && reader.source[reader.at + 1] === "(")
    reader.fail("conditional groups are not supported");
  return readFlags(reader, flags, parse);
}

function closed(reader: Reader, flags: Flags, parse: ParseBody): RegexpNode {
  const body = parse(reader, flags);
  if (!reader.take(")")) reader.fail("end pattern with unmatched parenthesis");
  return body;
}

function capture(reader: Reader, flags: Flags, name: string | undefined, parse: ParseBody): RegexpNode {
  if (name === undefined && reader.named)
    return { kind: "group", open: "(?:", body: closed(reader, flags, parse) };
  const number = ++reader.captures;
  if (name !== undefined) reader.names.set(name, [...(reader.names.get(name) ?? []), number]);
  return { kind: "capture", number, name, body: closed(reader, flags, parse) };
}

function readName(reader: Reader): string {
  const close = reader.next() === "<" ? ">" : "'";
  const name = reader.match(close === ">" ? /[^>)]*/y : /[^')]*/y)![0];
  if (name === "") reader.fail("group name is empty");
  if (!reader.take(close) || !/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name))
    reader.fail(`invalid group name <${name}>`);
  return name;
}

function comment(reader: Reader): RegexpNode {
  if (!reader.match(/(?:\\[\s\S]|[^)\\])*\)/y)) reader.fail("end pattern in group");
  return EMPTY;
}

/** `(?~X)`: the longest text without X in it. */
function absent(body: RegexpNode): RegexpNode {
  const one = sequence([{ kind: "group", open: "(?!", body }, js("[^]")]);
  return {
    kind: "repeat",
    body: { kind: "group", open: "(?:", body: one },
    quantifier: "*",
    possessive: false,
  };
}

/** `(?i)` holds up to the end of the group around it, `(?i:...)` for its own. */
function readFlags(reader: Reader, flags: Flags, parse: ParseBody): RegexpNode {
  const found = reader.match(/\?([imxadu]*)(?:-([imx]*))?([:)])/y);
  if (!found) {
    const bad = /^\?[imxadu-]*$/.test(reader.source.slice(reader.at));
    reader.fail(bad ? "end pattern in group" : "undefined group option");
  }
  const [, on = "", off = "", end] = found;
  const inner: Flags = {
    ignoreCase: switched("i", on, off, flags.ignoreCase),
    dotAll: switched("m", on, off, flags.dotAll),
    extended: switched("x", on, off, flags.extended),
  };
  const body = end === ":" ? closed(reader, inner, parse) : parse(reader, inner);
  return { kind: "group", open: caseGroup(flags.ignoreCase, inner.ignoreCase), body };
}

function switched(flag: string, on: string, off: string, before: boolean): boolean {
  return off.includes(flag) ? false : on.includes(flag) || before;
}

function caseGroup(before: boolean, after: boolean): string {
  if (before === after) return "(?:";
  return after ? "(?i:" : "(?-i:";
}
