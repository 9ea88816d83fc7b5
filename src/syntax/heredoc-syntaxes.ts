import type { Issue } from "../diagnostics/issue.ts";
import { Source } from "../source/source.ts";
import type { Program } from "./ast.ts";
import { parse } from "./parse.ts";

/** What is wrong with a text in a named syntax. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
}

type CheckProgram = (program: Program) => readonly Issue[];

const CHECKERS: Readonly<Record<string, (text: string, check: CheckProgram) => SyntaxProblem | undefined>> = {
  json: checkJson,
  base64: checkBase64,
  pp: (text, check) => checkPuppet(text, "pp", check),
  epp: (text, check) => checkPuppet(text, "epp", check),
};

/** Check a text in a syntax such as `json` or `data+json`, the rightmost known one; undefined when all is well. */
export function syntaxProblem(syntax: string, text: string, check: CheckProgram): SyntaxProblem | undefined {
  const segments = syntax.split("+");
  for (let first = 0; first < segments.length; first++) {
    const checker = CHECKERS[segments.slice(first).join("+")];
    if (checker !== undefined) return checker(text, check);
  }
  return undefined;
}

function checkJson(text: string): SyntaxProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const reason = (error as Error).message.slice(0, 100).replace(/\r?\n/g, "\\n");
    const message = `JSON syntax checker: Cannot parse invalid JSON string. "${reason}"`;
    return { code: "ILLEGAL_JSON", message };
  }
}

function checkBase64(text: string): SyntaxProblem | undefined {
  const cleaned = text.replace(/[\r?\n\t ]/g, "");
  if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(cleaned)) return undefined;
  const reason =
    (Buffer.byteLength(cleaned) * 8) % 6 !== 0
      ? "padding is not correct"
      : "contains letters outside strict base 64 range (or whitespace)";
  return {
    code: "ILLEGAL_BASE64",
    message: `Base64 syntax checker: Cannot parse invalid Base64 string - ${reason}`,
  };
}

function checkPuppet(text: string, syntax: "pp" | "epp", check: CheckProgram): SyntaxProblem | undefined {
  const { program, issues } = parse(new Source(text), { epp: syntax === "epp" });
  const found = program === undefined ? issues : check(program);
  const error = found.find(({ severity }) => severity === "error");
  if (error === undefined) return undefined;
  const { line, column } = error.place ?? {};
  const where = line === undefined ? "" : ` (line: ${line}, column: ${column})`;
  const words = `${error.message}${where}`.slice(0, 500).replace(/\r?\n/g, "\\n");
  const name = syntax.toUpperCase();
  return { code: `ILLEGAL_${name}`, message: `${name} syntax checker: "${words}"` };
}
