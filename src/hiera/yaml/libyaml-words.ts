import type { YAMLError } from "yaml";

const WORDS: readonly (readonly [code: string, words: string])[] = [
  ["TAB_AS_INDENT", "found character that cannot start any token while scanning for the next token"],
  ["BLOCK_AS_IMPLICIT_KEY", "mapping values are not allowed in this context"],
  ["BLOCK_IN_FLOW", "mapping values are not allowed in this context"],
  ["MISSING_CHAR", "could not find expected ':' while scanning a simple key"],
  ["MULTILINE_IMPLICIT_KEY", "could not find expected ':' while scanning a simple key"],
  ["BAD_INDENT", "did not find expected key while parsing a block mapping"],
  ["BAD_ALIAS", "did not find expected alphabetic or numeric character while scanning an alias"],
  ["MULTIPLE_ANCHORS", "did not find expected key while parsing a block mapping"],
];

/** The words libyaml (and so Puppet) has for a syntax error, where it has nearly the same one; else the library's. */
export function libyamlWords(error: YAMLError): string {
  if (error.code === "MISSING_CHAR" && /closing .*quote/i.test(error.message)) {
    return "found unexpected end of stream while scanning a quoted scalar";
  }
  const known = WORDS.find(([code]) => code === error.code);
  return known ? known[1] : lowerFirst(error.message);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
