import type { KnownTypeFacts, TitlePattern } from "./known-type.ts";

/** What a `Puppet::ResourceApi.register_type` in Ruby says of its attributes and titles. */
export function readResourceApiType(name: string, code: string): KnownTypeFacts | undefined {
  if (!/ResourceApi\.register_type/.test(code)) return undefined;
  const start = /\battributes(?::|'?\s*=>)\s*\{/.exec(code);
  if (!start) return undefined;
  const entries = hashEntries(code, start.index + start[0].length);
  const key = entries
    .filter(([, body]) => /behaviou?r(?::|\s*=>)\s*:namevar/.test(body))
    .map(([attribute]) => attribute);
  return {
    name,
    attributes: new Set(entries.map(([attribute]) => attribute)),
    key: key.length === 0 ? ["name"] : key.sort(),
    titlePatterns: namedPatterns(code),
    isomorphic: true,
  };
}

/** The keys of a Ruby hash whose values are hashes, with the text of those; `at` is behind its opening brace. */
function hashEntries(code: string, at: number): [string, string][] {
  const entries: [string, string][] = [];
  let depth = 1;
  let opened = at;
  let key: string | undefined;
  for (let i = at; i < code.length && depth > 0; i++) {
    const char = code[i];
    if (char === "'" || char === '"') i = endOfString(code, i);
    else if (char === "{" && depth++ === 1) {
      key = /(\w+)['"]?\s*(?::|=>)\s*$/.exec(code.slice(at, i))?.[1];
      opened = i;
    } else if (char === "}" && --depth === 1 && key !== undefined) entries.push([key, code.slice(opened, i)]);
  }
  return entries;
}

function endOfString(code: string, start: number): number {
  for (let i = start + 1; i < code.length; i++) {
    if (code[i] === "\\") i++;
    else if (code[i] === code[start]) return i;
  }
  return code.length;
}

/** `title_patterns` of the Resource API name attributes by named groups. */
function namedPatterns(code: string): TitlePattern[] | undefined {
  const found = code.matchAll(
    /pattern(?::|\s*=>)\s*(?:%r\{((?:[^{}\\]|\\.|\{[^{}]*\})*)\}|\/((?:[^/\\\n]|\\.)*)\/)/g,
  );
  const patterns = [...found].map((match): TitlePattern => {
    const pattern = match[1] ?? match[2]!;
    return [pattern, [...pattern.matchAll(/\(\?<(\w+)>/g)].map((group) => group[1]!)];
  });
  return patterns.length === 0 ? undefined : patterns;
}
