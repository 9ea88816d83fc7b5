import type * as ast from "../ast.ts";
import type { Printer, Printers } from "./printer.ts";

/** Literals, strings and names. */
export const literalPrinters = {
  LiteralInteger: ({ value, radix }) => {
    if (radix === 16) return `0x${value.toString(16)}`;
    return radix === 8 ? `0${value.toString(8)}` : String(value);
  },
  LiteralFloat: ({ value }) => float(value),
  LiteralString: ({ value }) => quoted(value),
  LiteralBoolean: ({ value }) => String(value),
  LiteralUndef: () => "undef",
  LiteralDefault: () => "default",
  LiteralRegularExpression: ({ pattern }) => `/${pattern.replaceAll("/", "\\/")}/`,
  LiteralList: ({ values }, printer) => `[${printer.list(values)}]`,
  LiteralHash: ({ entries }, printer) => `{${printer.list(entries)}}`,
  KeyedEntry: ({ key, value }, printer) => `${printer.print(key)} => ${printer.print(value)}`,
  ConcatenatedString: ({ segments }, printer) =>
    `"${segments.map((each) => segment(each, printer)).join("")}"`,
  TextExpression: ({ expr }, printer) => `\${${printer.print(expr)}}`,
  HeredocExpression: ({ syntax, text }, printer) =>
    printer.heredoc(
      (end) => `@("${end}"${syntax === undefined ? "" : `:${syntax}`}/trnsuL$)`,
      (inner) => heredocText(text, inner),
    ),
  QualifiedName: ({ value }) => value,
  QualifiedReference: ({ value }) => value,
  VariableExpression: ({ name }) => `$${name}`,
  ReservedWord: ({ word }) => word,
  Nop: () => "",
} satisfies Partial<Printers>;

function float(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "1e999";
  const text = String(value).replace("e+", "e");
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Line ends are escaped: a heredoc opened on the same line would take a real one for its own. */
function quoted(text: string): string {
  if (/[\n\r]/.test(text)) return `"${escaped(text)}"`;
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function segment(node: ast.Expression, printer: Printer): string {
  return node.kind === "LiteralString" ? escaped(node.value) : printer.print(node);
}

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(text: string): string {
  return text.replace(/[\\"$\n\r\t]/g, (char) => ESCAPES[char] ?? `\\${char}`);
}

/** Heredocs in the expressions of a heredoc end before their expression does, as text goes on behind it. */
function heredocText(text: ast.Expression, inner: Printer): string {
  const segments = text.kind === "ConcatenatedString" ? text.segments : [text];
  const body = segments.map((each) => {
    if (each.kind === "LiteralString") return escaped(each.value).replaceAll('\\"', '"');
    return each.kind === "TextExpression"
      ? `\${${inner.print(each.expr)}${inner.endOfHeredocs()}}`
      : inner.print(each);
  });
  return body.join("");
}
