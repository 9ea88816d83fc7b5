import type { HoconFields, HoconNode } from "./node.ts";
import { HoconScanner } from "./scanner.ts";

/** Parse a HOCON text (https://github.com/lightbend/config/blob/main/HOCON.md); throws HoconProblem. */
export function parseHocon(text: string): HoconNode {
  const scanner = new HoconScanner(text);
  scanner.skip();
  if (scanner.char === "[") return whole(scanner, array(scanner));
  const braces = scanner.take("{");
  const fields: HoconFields = new Map();
  readFields(scanner, fields, braces ? "}" : "");
  return whole(scanner, { kind: "object", fields });
}

function whole(scanner: HoconScanner, node: HoconNode): HoconNode {
  scanner.skip();
  if (scanner.at < scanner.text.length)
    scanner.fail(`Document has trailing tokens after first object or array: '${scanner.char}'`);
  return node;
}

function readFields(scanner: HoconScanner, fields: HoconFields, close: string): void {
  for (;;) {
    scanner.skip();
    if (close === "" && scanner.at >= scanner.text.length) return;
    if (close !== "" && scanner.take(close)) return;
    if (scanner.at >= scanner.text.length)
      scanner.fail("Expecting close brace } or a comma, got end of file");
    readField(scanner, fields);
    endOfMember(scanner, close);
  }
}

function endOfMember(scanner: HoconScanner, close: string): void {
  scanner.blanks();
  scanner.comment();
  const next = scanner.char;
  if (next === "\n" || next === "" || next === close) {
    scanner.skip();
    scanner.take(",");
    return;
  }
  if (!scanner.take(",")) scanner.fail(`Expecting close brace } or a comma, got '${next}'`);
}

function readField(scanner: HoconScanner, fields: HoconFields): void {
  const path = readPath(scanner);
  if (path.length === 1 && path[0] === "include" && scanner.char === '"')
    scanner.fail("include is not supported in data");
  scanner.skip();
  const append = scanner.take("+=");
  if (!append && scanner.char !== "{" && !scanner.take("=") && !scanner.take(":")) {
    scanner.fail(`Key '${path.join(".")}' may not be followed by token: '${scanner.char}'`);
  }
  scanner.skip();
  const start = scanner.at;
  const value = readValue(scanner);
  const before: HoconNode = { kind: "substitution", path, optional: true, at: start };
  set(
    fields,
    path,
    append ? { kind: "concatenation", parts: [before, { kind: "array", items: [value] }] } : value,
  );
}

function set(fields: HoconFields, path: readonly string[], value: HoconNode): void {
  const [key = "", ...rest] = path;
  const history = fields.get(key) ?? [];
  fields.set(key, history);
  if (rest.length === 0) {
    history.push(value);
    return;
  }
  const inner: HoconFields = new Map();
  set(inner, rest, value);
  history.push({ kind: "object", fields: inner });
}

/** A key: quoted and unquoted parts with dots between them. */
function readPath(scanner: HoconScanner): string[] {
  const path: string[] = [""];
  const add = (text: string): void => {
    path.push((path.pop() ?? "") + text);
  };
  for (let blank = ""; ; blank = scanner.blanks()) {
    const quoted = scanner.quoted();
    const text = quoted ?? scanner.unquoted();
    if (text === undefined) break;
    if (blank !== "" && path.at(-1) !== "") add(blank);
    const parts = quoted === undefined ? text.split(".") : [text];
    parts.forEach((part, at) => {
      if (at > 0) path.push("");
      add(part);
    });
  }
  if (path.some((part) => part === "") && scanner.at === 0)
    scanner.fail("Expecting a field name or path here");
  return path;
}

/** A value: everything up to the end of line, comma or close, joined together. */
function readValue(scanner: HoconScanner): HoconNode {
  const parts: HoconNode[] = [];
  for (;;) {
    const blank = scanner.blanks();
    const part = readPart(scanner);
    if (!part) break;
    if (blank !== "" && parts.length > 0) parts.push({ kind: "literal", value: blank });
    parts.push(part);
  }
  if (parts.length === 0) scanner.fail(`Expecting a value but got wrong token: '${scanner.char}'`);
  const [only] = parts;
  if (parts.length > 1 || !only) return { kind: "concatenation", parts };
  return only.kind === "literal" ? typed(scanner, only) : only;
}

const unquotedLiterals = new WeakSet<object>();

function readPart(scanner: HoconScanner): HoconNode | undefined {
  if (scanner.take("{")) {
    const fields: HoconFields = new Map();
    readFields(scanner, fields, "}");
    return { kind: "object", fields };
  }
  if (scanner.char === "[") return array(scanner);
  if (scanner.char === "$") return substitution(scanner);
  const quoted = scanner.quoted();
  if (quoted !== undefined) return { kind: "literal", value: quoted };
  const text = scanner.unquoted();
  if (text === undefined) return undefined;
  const node: HoconNode = { kind: "literal", value: text };
  unquotedLiterals.add(node);
  return node;
}

/** A word that stands alone may be a number or one of the named values. */
function typed(_scanner: HoconScanner, node: HoconNode): HoconNode {
  if (node.kind !== "literal" || !unquotedLiterals.has(node)) return node;
  const text = String(node.value);
  if (text === "true" || text === "false") return { kind: "literal", value: text === "true" };
  if (text === "null") return { kind: "literal", value: null };
  if (/^-?\d+$/.test(text)) return { kind: "literal", value: BigInt(text) };
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? { kind: "literal", value: Number(text) } : node;
}

function array(scanner: HoconScanner): HoconNode {
  scanner.take("[");
  const items: HoconNode[] = [];
  for (;;) {
    scanner.skip();
    if (scanner.take("]")) return { kind: "array", items };
    if (scanner.at >= scanner.text.length)
      scanner.fail("List should have ended with ] or had a comma, got end of file");
    items.push(readValue(scanner));
    endOfMember(scanner, "]");
  }
}

function substitution(scanner: HoconScanner): HoconNode {
  const at = scanner.at;
  if (!scanner.take("${")) scanner.fail("'$' not followed by {");
  const optional = scanner.take("?");
  const path = readPath(scanner);
  if (!scanner.take("}")) scanner.fail("Substitution was not closed with a }", at);
  return { kind: "substitution", path, optional, at };
}
