import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { compareText } from "../../values/equality.ts";
import { Hash } from "../../values/hash.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";

/** A hash as a document of TOML. */
export const to_toml = defineFunction("to_toml", {
  params: [param("Hash", "data")],
  returns: "String",
  body: (_call, data: Hash) => table(data, []),
});

type Pair = readonly [key: string, value: Value];

/** The pairs of a hash by kind, each in the order of their keys. */
function sorted(hash: Hash): { simple: Pair[]; nested: Pair[]; tables: Pair[] } {
  const pairs = [...hash]
    .map(([key, value]): Pair => [rubyText(key), value])
    .sort(([a], [b]) => compareText(a, b));
  const isTables = (value: Value) => Array.isArray(value) && value[0] instanceof Hash;
  return {
    simple: pairs.filter(([, value]) => !(value instanceof Hash) && !isTables(value)),
    nested: pairs.filter(([, value]) => value instanceof Hash),
    tables: pairs.filter(([, value]) => isTables(value)),
  };
}

function table(hash: Hash, prefix: readonly string[]): string {
  const needsHeading = prefix.length > 0 && (sorted(hash).simple.length > 0 || hash.size === 0);
  return (needsHeading ? `[${prefix.join(".")}]\n` : "") + body(hash, prefix);
}

function body(hash: Hash, prefix: readonly string[]): string {
  const { simple, nested, tables } = sorted(hash);
  const path = (key: string) => [...prefix, keyText(key)];
  return [
    ...simple.map(([key, value]) => `${keyText(key)} = ${valueText(value)}\n`),
    ...nested.map(([key, value]) => table(value as Hash, path(key))),
    ...tables.flatMap(([key, value]) =>
      (value as readonly Hash[]).map((each) => `[[${path(key).join(".")}]]\n${body(each, path(key))}`),
    ),
  ].join("");
}

function keyText(key: string): string {
  return /^[a-zA-Z0-9_-]*$/m.test(key) ? key : `"${key.replace(/"/g, '\\"')}"`;
}

function valueText(value: Value): string {
  return rubyInspect(value).replace(/\\(#[$@{])/g, "$1");
}
