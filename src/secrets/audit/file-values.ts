import { isScalar, LineCounter, type Node, type Pair, parseDocument, type Scalar, visit } from "yaml";
import { readRegularFile } from "../../source/read-file.ts";
import { unarmoured } from "../openpgp/packets.ts";
import type { DataFile } from "../site/data-files.ts";
import { type Token, tokensOf } from "../tokens.ts";

/** A text in a data file. */
export interface FileValue {
  readonly file: DataFile;
  readonly line: number;
  /** The way to it, dotted. */
  readonly key: string;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A data file that is no YAML; its place is told. */
export interface Unreadable {
  readonly file: DataFile;
  readonly line: number;
  readonly reason: string;
}

/** Every text in a data file with its place; a file that is encrypted as a whole is one. */
export function valuesOf(file: DataFile): { values: FileValue[]; unreadable?: Unreadable } {
  const bytes = readRegularFile(file.path);
  if (file.path.endsWith(".gpg")) {
    const token = { scheme: "GPG", bytes: unarmoured(bytes), start: 0, end: 0 };
    return { values: [{ file, line: 1, key: "(whole file)", text: "", tokens: [token] }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(bytes.toString(), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const values: FileValue[] = [];
  visit(document, {
    Scalar(role, node, path) {
      if (role === "key" || typeof node.value !== "string") return;
      const { line } = lines.linePos(lineStart(node, path));
      values.push({ file, line, key: keyOf(path, node), text: node.value, tokens: tokensOf(node.value) });
    },
  });
  const [error] = document.errors;
  if (!error) return { values };
  const { line } = lines.linePos(error.pos[0]);
  return { values, unreadable: { file, line, reason: error.message } };
}

/** A block's value begins on the line of its key. */
function lineStart(node: Scalar, path: readonly unknown[]): number {
  const pair = path.at(-1) as Pair<Node, Node> | undefined;
  const key = pair !== undefined && typeof pair === "object" && "key" in pair ? pair.key : undefined;
  return key?.range?.[0] ?? node.range?.[0] ?? 0;
}

function keyOf(path: readonly unknown[], node: Scalar): string {
  const names: string[] = [];
  const chain = [...path, node];
  for (const [at, step] of chain.entries()) {
    if (typeof step !== "object" || step === null) continue;
    if ("key" in step && isScalar(step.key)) names.push(String(step.key.value));
    else if (
      "items" in step &&
      Array.isArray(step.items) &&
      !step.items.some((item) => item && "key" in (item as object))
    )
      names.push(String(step.items.indexOf(chain[at + 1])));
  }
  return names.join(".");
}
