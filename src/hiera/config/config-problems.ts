import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { ConfigPath } from "./config-source.ts";
import { configType } from "./config-type.ts";
import type { Fields, Schema } from "./schema.ts";

/** Where a configuration is not what it must be; and, for a key nobody knows, which ones there are. */
export interface ConfigProblem {
  readonly at: ConfigPath;
  readonly unknown?: { readonly key: string; readonly known: readonly string[] };
}

/** Every place at which a value does not fit a schema, as deep down as can be told. */
export function problemsOf(schema: Schema, value: Value, at: ConfigPath): ConfigProblem[] {
  if (configType(schema).isInstance(value)) return [];
  const inner = innerProblems(schema, value, at);
  return inner.length > 0 ? inner : [{ at }];
}

function innerProblems(schema: Schema, value: Value, at: ConfigPath): ConfigProblem[] {
  if (schema.kind === "struct" && value instanceof Hash)
    return inStruct(schema.required, schema.optional, value, at);
  if (!Array.isArray(value)) return schema.kind === "options" ? inOptions(value, at) : [];
  const items = value as readonly Value[];
  const item: Schema | undefined =
    schema.kind === "list" ? schema.of : schema.kind === "texts" ? TEXT : undefined;
  return item ? items.flatMap((member, index) => problemsOf(item, member, [...at, index])) : [];
}

const TEXT: Schema = { kind: "text" };

function inStruct(required: Fields, optional: Fields, value: Hash, at: ConfigPath): ConfigProblem[] {
  const known: Fields = { ...required, ...optional };
  return [...value].flatMap(([key, member]) => {
    const name = String(key);
    const schema = Object.hasOwn(known, name) ? known[name] : undefined;
    if (schema) return problemsOf(schema, member, [...at, name]);
    const names = Object.keys(known).filter((other) => other !== "v4_data_hash");
    return [{ at: [...at, name], unknown: { key: name, known: names } }];
  });
}

function inOptions(value: Value, at: ConfigPath): ConfigProblem[] {
  if (!(value instanceof Hash)) return [];
  const wrong = [...value].find(
    (entry) => !configType({ kind: "options", data: true }).isInstance(Hash.from([entry])),
  );
  return wrong ? [{ at: [...at, String(wrong[0])] }] : [];
}
