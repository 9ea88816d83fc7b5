import type { Expression } from "../syntax/ast.ts";
import { failAt } from "./explain.ts";

/** Check a heredoc's text by the syntax its tag names, as far as that is known: `json`, alone or after a `+`. */
export function checkedSyntax(text: string, syntax: string, node: Expression): void {
  if (syntax.split("+").at(-1) !== "json") return;
  try {
    JSON.parse(text);
  } catch (thrown) {
    const why = String(thrown instanceof Error ? thrown.message : thrown).slice(0, 100);
    const words = `JSON syntax checker: Cannot parse invalid JSON string. "${why.replace(/\r?\n/g, "\\n")}"`;
    failAt(node, "ILLEGAL_JSON", `Invalid produced text having syntax: '${syntax}'. ${words}`);
  }
}
