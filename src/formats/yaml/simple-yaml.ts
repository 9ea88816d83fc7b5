import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { inlineValue, LONGEST_KEY, splitEntry } from "./simple-inline.ts";
import { NOT_SIMPLE, SimpleLines } from "./simple-lines.ts";

/**
 * The value of a YAML text that keeps to what nearly all data does: block mappings and sequences, scalars and flow
 * collections on one line, literal blocks. Ten times as fast as the full parser; undefined for every other text.
 */
export function readSimpleYaml(text: string): Value | undefined {
  try {
    const lines = new SimpleLines(text);
    const first = lines.current;
    if (!first) return undefined;
    const value = block(lines, first.indent);
    return lines.current === undefined ? value : undefined;
  } catch (error) {
    if (error === NOT_SIMPLE) return undefined;
    throw error;
  }
}

function block(lines: SimpleLines, indent: number): Value {
  return isItem(lines.current?.text ?? "") ? sequence(lines, indent) : mapping(lines, indent);
}

function isItem(text: string): boolean {
  return text === "-" || text.startsWith("- ");
}

function mapping(lines: SimpleLines, indent: number): Hash {
  const entries = new Map<Value, Value>();
  for (let line = lines.current; line && line.indent === indent; line = lines.current) {
    const entry = isItem(line.text) || isMarker(line.text) ? undefined : splitEntry(line.text);
    if (!entry || line.text.length - entry.rest.length > LONGEST_KEY) throw NOT_SIMPLE;
    entries.set(entry.key, member(lines, indent, entry.rest, true));
  }
  refuseDeeper(lines, indent);
  return Hash.from(entries);
}

function sequence(lines: SimpleLines, indent: number): Value[] {
  const items: Value[] = [];
  for (let line = lines.current; line && line.indent === indent && isItem(line.text); line = lines.current) {
    const rest = line.text.slice(1).trimStart();
    const depth = indent + line.text.length - rest.length;
    items.push(startsBlock(rest) ? inner(lines, depth, rest) : member(lines, indent, rest, false));
  }
  refuseDeeper(lines, indent);
  return items;
}

function startsBlock(rest: string): boolean {
  if (rest === "" || rest.startsWith("#") || rest.startsWith("|")) return false;
  if (!rest.includes(":")) return isItem(rest);
  return isItem(rest) || splitEntry(rest) !== undefined;
}

function inner(lines: SimpleLines, indent: number, rest: string): Value {
  lines.replace(indent, rest);
  return block(lines, indent);
}

/** What stands behind a colon or dash: on its line, or as a block on the next ones. */
function member(lines: SimpleLines, indent: number, rest: string, inHash: boolean): Value {
  if (rest === "|" || rest === "|-") return lines.literal(indent) + (rest === "|" ? "\n" : "");
  lines.next();
  if (rest !== "" && !rest.startsWith("#")) {
    refuseDeeper(lines, indent);
    return inlineValue(rest);
  }
  const next = lines.current;
  if (!next || next.indent < indent) return null;
  if (next.indent > indent) return block(lines, next.indent);
  return inHash && isItem(next.text) ? sequence(lines, indent) : null;
}

/** A deeper line here continues a scalar, or is an error: both are for the full parser. */
function refuseDeeper(lines: SimpleLines, indent: number): void {
  if (lines.current && lines.current.indent > indent) throw NOT_SIMPLE;
}

function isMarker(text: string): boolean {
  return text.startsWith("---") || text.startsWith("...");
}
