import { type Document, LineCounter, type ParsedNode, parseDocument, type YAMLError } from "yaml";
import { LibyamlProblem } from "./libyaml/cursor.ts";
import { checkFirstDocument } from "./libyaml/parser.ts";
import { YamlProblem } from "./yaml-problem.ts";

/** A parsed YAML text that can say where its nodes stand. */
export interface YamlText {
  readonly document: Document.Parsed<ParsedNode, boolean>;
  readonly lines: LineCounter;
}

/** Parse the first document of a YAML text without giving meaning to its scalars; throws YamlProblem. */
export function parseYaml(given: string): YamlText {
  const text = firstDocument(given.replace(/^\uFEFF/, ""));
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    schema: "failsafe",
    uniqueKeys: false,
    merge: false,
    strict: true,
    prettyErrors: false,
    lineCounter: lines,
    logLevel: "silent",
  });
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (error) throw problemOf(error, lines);
  return { document, lines };
}

/** A text up to the end of its first document. What libyaml refuses is refused in its words, which often name the beginning of what is broken. */
function firstDocument(text: string): string {
  try {
    return text.slice(0, checkFirstDocument(text));
  } catch (error) {
    if (!(error instanceof LibyamlProblem)) throw error;
    const { begin, broken, message } = error;
    const words = `${message} at line ${begin.line + 1} column ${begin.column + 1}`;
    throw new YamlProblem(words, { line: broken.line + 1, column: broken.column + 1 }, true);
  }
}

/** A text that libyaml takes and the parser here does not: YAML 1.2 has other rules at some edges. */
function problemOf(error: YAMLError, lines: LineCounter): YamlProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  const words = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  return new YamlProblem(`${words} at line ${line} column ${col}`, { line, column: col }, true);
}
