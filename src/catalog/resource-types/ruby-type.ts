import { IGNORECASE } from "../../values/regexp.ts";
import type { KnownTypeFacts, TitlePattern } from "./known-type.ts";

const ATTRIBUTE = /\bnew(?:param|property|check)\s*\(?\s*(?::(\w+)|['"](\w+)['"]|(\w[^\n]*))([^\n]*)/g;

/** Signs that attributes come from elsewhere than the text itself. */
const COMPUTED = /\b(?:class_eval|instance_eval)\b|^\s*(?:include|extend)\s+[A-Z]|newtype[^\n]*\bparent\b/m;

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
    if (match[0].startsWith("newparam") && isNameVariable(attribute, body)) key.add(attribute);
  }
  if (/^\s*ensurable\b/m.test(code)) attributes.add("ensure");
  const patterns = titlePatterns(code);
  return {
    name,
    attributes,
    key: key.size === 0 ? ["name"] : [...key].sort(),
    titlePatterns: patterns,
    isomorphic: (key.size < 2 || patterns !== undefined) && !/@isomorphic\s*=\s*false/.test(code),
    open: COMPUTED.test(code) || found.some((match) => match[3] !== undefined),
  };
}

/** Only parameters can be part of a key; `name` always is. */
function isNameVariable(parameter: string, body: string): boolean {
  return parameter === "name" || /\bisnamevar\b|namevar\s*(?:=>|:)\s*true/.test(body);
}

/** The regular expressions of `self.title_patterns`, each with the symbols that follow it. */
function titlePatterns(code: string): TitlePattern[] | undefined {
  const body = /^([ \t]*)def self\.title_patterns\b([\s\S]*?)^\1end\b/m.exec(code)?.[2];
  if (body === undefined) return undefined;
  const patterns: [string, string[], number][] = [];
  for (const match of body.matchAll(
    /(?:%r\{((?:[^{}\\]|\\.|\{[^{}]*\})*)\}|\/((?:[^/\\\n]|\\.)*)\/)([mix]*)|(?<![:\w]):(\w+)/g,
  )) {
    const pattern = match[1] ?? match[2];
    if (pattern !== undefined) patterns.push([pattern, [], match[3]?.includes("i") ? IGNORECASE : 0]);
    else patterns.at(-1)?.[1].push(match[4]!);
  }
  const usable = patterns.every(([pattern, names]) => names.length > 0 && isRegExp(pattern));
  return usable && patterns.length > 0 ? patterns : undefined;
}

/** Patterns put together by code cannot be read. */
function isRegExp(pattern: string): boolean {
  if (pattern.includes("#{")) return false;
  try {
    new RegExp(pattern, "ms");
    return true;
  } catch {
    return false;
  }
}
