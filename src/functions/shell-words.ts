/** A text as one word for a Bourne shell, with backslashes (Ruby's Shellwords). */
export function shellEscape(text: string): string {
  if (text === "") return "''";
  return text.replace(/[^A-Za-z0-9_\-.,:+/@\n]/gu, "\\$&").replace(/\n/g, "'\n'");
}

const WORD = /\s*(?:([^\s\\'"]+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|(\\[\s\S]?)|(\S))(?:(\s|$)|)/g;

/** The words of a text as a Bourne shell splits it; undefined when a quote is not closed. */
export function shellSplit(text: string): string[] | undefined {
  const words: string[] = [];
  let field = "";
  for (const [, word, single, double, escaped, garbage, separator] of text.matchAll(WORD)) {
    if (garbage !== undefined) return undefined;
    const unquoted = double?.replace(/\\([$`"\\\n])/g, "$1");
    field += word ?? single ?? unquoted ?? escaped?.replace(/^\\([\s\S])/, "$1") ?? "";
    if (separator === undefined) continue;
    words.push(field);
    field = "";
  }
  return words;
}
