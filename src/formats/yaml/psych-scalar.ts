const WIDTH = 80;

/** Texts that YAML 1.1 reads as something else: numbers, dates, times, null, booleans, symbols. */
const NOT_TEXT = new RegExp(
  [
    "|~|null|yes|true|on|no|false|off|[-+]?\\.inf|\\.nan|:.+",
    "\\d{4}-(?:1[012]|0\\d|\\d)-(?:[12]\\d|3[01]|0\\d|\\d)",
    "-?\\d{4}-\\d{1,2}-\\d{1,2}(?:t|\\s+)\\d{1,2}:\\d\\d:\\d\\d(?:\\.\\d*)?(?:\\s*(?:z|[-+]\\d{1,2}:?(?:\\d\\d)?))?",
    "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\\.[0-9_]*)?",
    "[-+]?(?:[0-9][0-9_,]*)?\\.[0-9]*(?:e[-+][0-9]+)?",
    "[-+]?0b[01_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-f_,]+",
    "0[0-7]*[89].*",
  ]
    .map((part) => `^(?:${part})$`)
    .join("|"),
  "i",
);

const UNPRINTABLE = /[\x00-\x08\t\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]/;

/** A string as a scalar of Psych; `indent` is the margin of its further lines, `column` where it begins. */
export function yamlScalar(text: string, indent: number, column: number): string {
  if (UNPRINTABLE.test(text)) return doubleQuoted(text, indent, column);
  if (/\n(?!\n?$)/.test(text)) {
    return / \n| $/.test(text) ? doubleQuoted(text, indent, column) : literal(text, indent);
  }
  if (text === "<<") return "!!str '<<'";
  if (text === "y" || text === "n" || /^[^\p{L}\p{M}\p{N}\p{Pc}][^"]*$/mu.test(text)) {
    return doubleQuoted(text, indent, column);
  }
  if (NOT_TEXT.test(text) || !canBePlain(text)) return singleQuoted(text, indent, column);
  return folded(text, indent, column);
}

function canBePlain(text: string): boolean {
  return !/^[\s\-?:,[\]{}#&*!|>'"%@`](?!\S)|^[,[\]{}#&*!|>'"%@`]|: |:$|\s#|^\s|\s$|\n|^(?:---|\.\.\.)/.test(
    text,
  );
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? String(Math.min(indent, 9)) : "";
  const chomp = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
  const lines = text.replace(/\n$/, "").split("\n");
  return `|${hint}${chomp}\n${lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line)).join("\n")}`;
}

/** A line is broken at the first single space past the width. */
function folded(text: string, indent: number, column: number): string {
  let at = column;
  return text.replace(/[^ ]+| +/g, (piece, offset: number) => {
    const breaks = piece === " " && at > WIDTH && offset > 0 && offset + 1 < text.length;
    at = breaks ? indent : at + [...piece].length;
    return breaks ? `\n${" ".repeat(indent)}` : piece;
  });
}

function singleQuoted(text: string, indent: number, column: number): string {
  const escaped = text.replace(/'/g, "''");
  if (escaped.includes("\n")) return `'${escaped.replace(/\n/g, `\n\n${" ".repeat(indent)}`)}'`;
  return `'${folded(escaped, indent, column + 1)}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\x85": "\\N",
  "\xa0": "\\_",
};

function doubleQuoted(text: string, indent: number, column: number): string {
  const escaped = text.replace(/["\\\x00-\x1f\x7f-\xa0\ufeff]|[\u{10000}-\u{10ffff}]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase();
    if (code.length > 4) return `\\U${code.padStart(8, "0")}`;
    return (
      ESCAPES[character] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`)
    );
  });
  return `"${folded(escaped, indent, column + 1)}"`;
}
