/**
 * A string as a Puppet literal: in single quotes unless it holds control characters, or `double` asks for
 * double quotes.
 */
export function quoted(text: string, double = false): string {
  if (double || /[\0-\x1f]/.test(text)) return doubleQuoted(text);
  // A quote is escaped unless a backslash does that already; backslashes stay as they are.
  return `'${text.replace(/\\[\s\S]|'/g, (match) => (match === "'" ? "\\'" : match))}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  '"': '\\"',
  $: "\\$",
  "\\": "\\\\",
};

function doubleQuoted(text: string): string {
  const body = text.replace(/[\0-\x1f"$\\]/g, (char) => ESCAPES[char] ?? unicodeEscape(char));
  return `"${body}"`;
}

function unicodeEscape(char: string): string {
  return `\\u{${char.charCodeAt(0).toString(16).toUpperCase()}}`;
}
