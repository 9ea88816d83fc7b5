import type { Hash } from "../values/hash.ts";
import type { Regexp, RegexpMatch } from "../values/regexp.ts";
import { toText } from "../values/to-text.ts";

/** Ruby's `sub` (first match) and `gsub` (all): the replacement's `\1`, `\k<n>`, `\0` stand for what groups took. */
export function rubyReplace(text: string, pattern: Regexp, replacement: string | Hash, all: boolean): string {
  let result = "";
  let at = 0;
  for (const match of all ? pattern.matchAll(text) : firstOf(pattern, text)) {
    result += text.slice(at, match.start) + replacementOf(match, text, replacement);
    at = match.end;
  }
  return result + text.slice(at);
}

function firstOf(pattern: Regexp, text: string): RegexpMatch[] {
  const match = pattern.match(text);
  return match ? [match] : [];
}

function replacementOf(match: RegexpMatch, text: string, replacement: string | Hash): string {
  if (typeof replacement !== "string") return toText(replacement.get(match.groups[0]!) ?? "");
  if (!replacement.includes("\\")) return replacement;
  return replacement.replace(/\\(?:(\d)|k<([^>]+)>|([&`'\\]))/g, (_all, digit, name, special) => {
    if (digit !== undefined) return match.groups[Number(digit)] ?? "";
    if (name !== undefined)
      return (/^\d+$/.test(name) ? match.groups[Number(name)] : match.names.get(name)) ?? "";
    return specialPart(special, match, text);
  });
}

function specialPart(special: string, match: RegexpMatch, text: string): string {
  if (special === "&") return match.groups[0]!;
  if (special === "`") return text.slice(0, match.start);
  return special === "'" ? text.slice(match.end) : "\\";
}
