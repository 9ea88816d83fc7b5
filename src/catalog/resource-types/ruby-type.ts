import type { KnownTypeFacts, TitlePattern } from "./known-type.ts";

const ATTRIBUTE = /\bnew(?:param|property|check)\s*\(?\s*(?::(\w+)|['"](\w+)['"]|(\w[^\n]*))([^\n]*)/g;

/** Signs that attributes come from elsewhere than the text itself. */
const COMPUTED = /\b(?:class_eval|instance_eval|include|extend|parent\s*:|:parent\s*=>|create_class_)/;

/** What a `Puppet::Type.newtype` in Ruby says, as far as its text shows it. */
export function readRubyType(name: string, code: string): KnownTypeFacts | undefined {
  if (!new RegExp(`newtype\\s*\\(?\\s*[:'"]${name}\\b`).test(code)) return undefined;
  const found = [...code.matchAll(ATTRIBUTE)];
  const attributes = new Set<string>(["provider"]);
  const key = new Set<string>();
  for (const [at, match] of found.entries()) {
    const attribute = match[1] ?? match[2];
    if (attribute === undefined) continue;
    attributes.add(attribute);
    const body = code.slice(match.index, found[at + 1]?.index);
    if (attribute === "name" || /\bisnamevar\b|namevar\s*(?:=>|:)\s*true/.test(body)) key.add(attribute);
  }
  if (/^\s*ensurable\b/m.test(code)) attributes.add("ensure");
  return {
    name,
    attributes,
    key: key.size === 0 ? ["name"] : [...key].sort(),
    titlePatterns: titlePatterns(code),
    isomorphic: !/@isomorphic\s*=\s*false/.test(code),
    open: COMPUTED.test(code) || found.some((match) => match[3] !== undefined),
  };
}

/** The regular expressions of `self.title_patterns`, each with the symbols that follow it. */
function titlePatterns(code: string): TitlePattern[] | undefined {
  const body = /^([ \t]*)def self\.title_patterns\b([\s\S]*?)^\1end\b/m.exec(code)?.[2];
  if (body === undefined) return undefined;
  const patterns: [string, string[]][] = [];
  for (const match of body.matchAll(
    /%r\{((?:[^{}\\]|\\.|\{[^{}]*\})*)\}[mix]*|\/((?:[^/\\\n]|\\.)*)\/[mix]*|(?<![:\w]):(\w+)/g,
  )) {
    const pattern = match[1] ?? match[2];
    if (pattern !== undefined) patterns.push([pattern, []]);
    else patterns.at(-1)?.[1].push(match[3]!);
  }
  const usable = patterns.filter(([pattern, names]) => names.length > 0 && isRegExp(pattern));
  return usable.length === 0 ? undefined : usable;
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern, "ms");
    return true;
  } catch {
    return false;
  }
}
