import { type Document, LineCounter, type ParsedNode, parseDocument, type YAMLError } from "yaml";
import { libyamlWords } from "./libyaml-words.ts";
import { YamlProblem } from "./yaml-problem.ts";

/** A parsed YAML text that can say where its nodes stand. */
export interface YamlText {
  readonly document: Document.Parsed<ParsedNode, boolean>;
  readonly lines: LineCounter;
}

/** Parse the first document of a YAML text without giving meaning to its scalars; throws YamlProblem. */
export function parseYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
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

function problemOf(error: YAMLError, lines: LineCounter): YamlProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  return new YamlProblem(libyamlWords(error), { line, column: col }, true);
}
