import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { shortType } from "../merge/mismatch.ts";
import type { ConfigPath } from "./config-source.ts";
import type { Fields, Schema } from "./schema.ts";

/** A way in which a configuration is not what it must be. */
export interface ConfigProblem {
  /** As the message counts it. */
  readonly path: ConfigPath;
  /** Where to point in the file. */
  readonly at: ConfigPath;
  readonly message: string;
  readonly unknown?: { readonly key: string; readonly known: readonly string[] };
}

type Check<K extends Schema["kind"]> = (
  schema: Extract<Schema, { kind: K }>,
  value: Value,
  path: ConfigPath,
) => ConfigProblem[];

const CHECKS: { readonly [K in Schema["kind"]]: Check<K> } = {
  text: (_schema, value, path) => text(value, path),
  version: ({ version }, value, path) =>
    value === BigInt(version)
      ? []
      : [problem(path, `expects an Integer[${version}] value, got ${detailed(value)}`)],
  choice: ({ choices }, value, path) =>
    typeof value === "string" && choices.includes(value)
      ? []
      : [problem(path, choiceMessage(choices, value))],
  texts: ({ min, max }, value, path) => texts(value, path, min, max),
  text_or_texts: (_schema, value, path) => textOrTexts(value, path),
  options: ({ data }, value, path) => options(value, path, data),
  scalars: (_schema, value, path) => (value instanceof Hash ? [] : [expects(path, "a Hash", value)]),
  list: ({ of }, value, path) =>
    Array.isArray(value)
      ? (value as readonly Value[]).flatMap((item, at) => problemsOf(of, item, [...path, at]))
      : [expects(path, "an Array", value)],
  struct: ({ required, optional }, value, path) => struct(required, optional, value, path),
};

/** Every way in which a value does not fit a schema, in the order Puppet describes them. */
export function problemsOf(schema: Schema, value: Value, path: ConfigPath): ConfigProblem[] {
  return (CHECKS[schema.kind] as Check<Schema["kind"]>)(schema, value, path);
}

function struct(required: Fields, optional: Fields, value: Value, path: ConfigPath): ConfigProblem[] {
  if (!(value instanceof Hash)) return [expects(path, "a Struct", value)];
  const known: Fields = { ...required, ...optional };
  const given = [...value.keys()].map(String);
  const members = Object.entries(known).flatMap(([key, schema]) => {
    const member = value.get(key);
    if (member !== undefined) return problemsOf(schema, member, [...path, key]);
    return Object.hasOwn(required, key) ? [problem(path, `expects a value for key '${key}'`)] : [];
  });
  const strange = given
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => unrecognized(key, path, known));
  return [...members, ...strange];
}

function unrecognized(key: string, path: ConfigPath, known: Fields): ConfigProblem {
  const names = Object.keys(known).filter((name) => name !== "v4_data_hash");
  return { path, at: [...path, key], message: `unrecognized key '${key}'`, unknown: { key, known: names } };
}

function text(value: Value, path: ConfigPath): ConfigProblem[] {
  if (typeof value === "string" && value !== "") return [];
  return [expects(path, value === "" ? "a String[1]" : "a String", value)];
}

function texts(value: Value, path: ConfigPath, min: number, max = Number.POSITIVE_INFINITY): ConfigProblem[] {
  if (!Array.isArray(value)) return [expects(path, "an Array", value)];
  if (value.length < min || value.length > max) {
    const size = min === max ? String(min) : `at least ${min}`;
    return [problem(path, `expects size to be ${size}, got ${value.length}`)];
  }
  return (value as readonly Value[]).flatMap((item, at) => text(item, [...path, at]));
}

function textOrTexts(value: Value, path: ConfigPath): ConfigProblem[] {
  if (typeof value === "string" && value !== "") return [];
  if (Array.isArray(value))
    return (value as readonly Value[]).flatMap((item, at) => text(item, [...path, at]));
  return [problem(path, `expects a value of type String or Array, got ${shortType(value)}`)];
}

function options(value: Value, path: ConfigPath, data: boolean): ConfigProblem[] {
  if (!(value instanceof Hash)) return [expects(path, "a Hash", value)];
  const wrong = [...value.keys()].filter((key) => !isOptionName(key, data));
  return wrong.map((key) => ({
    ...problem(path, `key of entry '${key}' expects a match for Pattern[${OPTION_NAME}], got '${key}'`),
    at: [...path, String(key)],
  }));
}

const OPTION_NAME = /A[A-Za-z](:?[0-9A-Za-z_-]*[0-9A-Za-z])?z/;

function isOptionName(key: Value, strict: boolean): boolean {
  if (typeof key !== "string" || key === "") return false;
  return !strict || /^[A-Za-z](:?[0-9A-Za-z_-]*[0-9A-Za-z])?$/.test(key);
}

function choiceMessage(choices: readonly string[], value: Value): string {
  const list = choices.map((choice) => `'${choice}'`).join(", ");
  return `expects a match for Enum[${list}], got ${typeof value === "string" ? `'${value}'` : shortType(value)}`;
}

function expects(path: ConfigPath, what: string, value: Value): ConfigProblem {
  return problem(path, `expects ${what} value, got ${shortType(value)}`);
}

function problem(path: ConfigPath, message: string): ConfigProblem {
  return { path, at: path, message };
}

function detailed(value: Value): string {
  return typeof value === "bigint" ? `Integer[${value}]` : shortType(value);
}
