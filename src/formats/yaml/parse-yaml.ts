import {
  type Document,
  isCollection,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { libyamlError } from "./libyaml-words.ts";
import { YamlProblem } from "./yaml-problem.ts";

/** A parsed YAML text that can say where its nodes stand. */
export interface YamlText {
  readonly document: Document.Parsed<ParsedNode, boolean>;
  readonly lines: LineCounter;
}

/** Parse the first document of a YAML text without giving meaning to its scalars; throws YamlProblem. */
export function parseYaml(given: string): YamlText {
  const text = given.replace(/^\uFEFF/, "");
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
  if (error && !endsBefore(error, { document, lines })) throw problemOf(error, text, { document, lines });
  refuseColons({ document, lines }, text);
  return { document, lines };
}

const CONTENT = "did not find expected node content while parsing a flow node";
const COLON = "found unexpected ':' while scanning a plain scalar";

/** libyaml takes no colon at the beginning of a plain scalar in a flow collection, and none before `,?[]{}` in it. */
function refuseColons({ document, lines }: YamlText, text: string): void {
  if (!/[[{]/.test(text)) return;
  visit(document, {
    Scalar(_key, { type, range }, path) {
      if (type !== "PLAIN" || !range || !path.some((node) => isCollection(node) && node.flow === true))
        return;
      const source = text.slice(range[0], range[1] + 2);
      const words = source.startsWith(":") ? CONTENT : /:[,?[\]{}]/.test(source) ? COLON : undefined;
      if (words === undefined) return;
      const { line, col } = lines.linePos(range[0]);
      throw new YamlProblem(`${words} at line ${line} column ${col}`, { line, column: col }, true);
    },
  });
}

/** A line that stands further left than the first one ends the document; as libyaml does, the rest is not looked at. */
function endsBefore(error: YAMLError, { document, lines }: YamlText): boolean {
  const start = document.contents?.range?.[0];
  if (start === undefined || !error.message.endsWith(" at node end")) return false;
  return lines.linePos(error.pos[0]).col < lines.linePos(start).col;
}

/** libyaml often names the beginning of what is broken; the place itself is where it breaks. */
function problemOf(error: YAMLError, text: string, { document, lines }: YamlText): YamlProblem {
  const { message, offset } = libyamlError(error, text, document);
  const named = lines.linePos(offset);
  const { line, col } = lines.linePos(error.pos[0]);
  const words = `${message} at line ${named.line} column ${named.col}`;
  return new YamlProblem(words, { line, column: col }, true);
}
