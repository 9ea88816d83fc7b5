import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { type JsonLayout, PRETTY, rubyJson, toJson } from "../../formats/json/write-json.ts";
import { writeYaml } from "../../formats/yaml/write-yaml.ts";
import { compareText } from "../../values/equality.ts";
import { Hash } from "../../values/hash.ts";
import { toData } from "../../values/rich-data/to-data.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";

/** A value as JSON on one line. */
const to_json = defineFunction("to_json", {
  params: [param("Any", "data")],
  body: (_call, data) => toJson(data!),
});

const OPTIONS =
  "Struct[{indent => Optional[String], space => Optional[String], space_before => Optional[String], " +
  "object_nl => Optional[String], array_nl => Optional[String], allow_nan => Optional[Boolean], " +
  "max_nesting => Optional[Integer[-1,default]]}]";

/** A value as JSON over several lines; undef values of the outermost collection can be left out. */
const to_json_pretty = defineFunction("to_json_pretty", {
  params: [
    param("Variant[Hash, Array]", "data"),
    optionalParam("Optional[Boolean]", "skip_undef"),
    optionalParam(OPTIONS, "opts"),
  ],
  body(_call, data: Value, skipUndef: Value = false, options: Hash = Hash.empty) {
    const shown = skipUndef === true ? withoutUndef(data) : data;
    return `${rubyJson(shown, layoutOf(options))}\n`;
  },
});

function withoutUndef(data: Value): Value {
  if (data instanceof Hash) return Hash.from([...data].filter(([, value]) => value !== null));
  return (data as readonly Value[]).filter((value) => value !== null);
}

function layoutOf(options: Hash): JsonLayout {
  const given = (name: string, otherwise: string) => {
    const text = options.get(name);
    return typeof text === "string" ? text : otherwise;
  };
  return {
    indent: given("indent", PRETTY.indent),
    space: given("space", PRETTY.space),
    spaceBefore: given("space_before", PRETTY.spaceBefore),
    objectLine: given("object_nl", PRETTY.objectLine),
    arrayLine: given("array_nl", PRETTY.arrayLine),
  };
}

/** A value as a document of YAML, written as Ruby writes it. */
const to_yaml = defineFunction("to_yaml", {
  params: [param("Any", "data"), optionalParam("Hash", "options")],
  body(_call, data: Value, options: Hash = Hash.empty) {
    const size = (name: string): number | undefined => {
      const given = options.get(name);
      return typeof given === "bigint" ? Number(given) : undefined;
    };
    return writeYaml(data, { indentation: size("indentation"), lineWidth: size("line_width") });
  },
});

/** A hash as a document of TOML. */
const to_toml = defineFunction("to_toml", {
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

/** A value as a literal of Python. */
const to_python = defineFunction("to_python", {
  params: [param("Any", "object")],
  body: (_call, object) => pythonLiteral(toData(object!, { rich: true })),
});

function pythonLiteral(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return literal(value, ": ", pythonLiteral);
}

/** A value as a literal of Ruby. */
const to_ruby = defineFunction("to_ruby", {
  params: [param("Any", "object")],
  body: (_call, object) => rubyLiteral(toData(object!, { rich: true })),
});

function rubyLiteral(value: Value): string {
  return literal(value, " => ", rubyLiteral);
}

function literal(value: Value, arrow: string, inner: (value: Value) => string): string {
  if (Array.isArray(value)) return `[${value.map(inner).join(", ")}]`;
  if (!(value instanceof Hash)) return rubyInspect(value);
  return `{${[...value].map(([key, element]) => `${inner(key)}${arrow}${inner(element)}`).join(", ")}}`;
}

/** The functions of this chapter. */
export const writingFunctions: readonly BuiltinFunction[] = [
  to_json,
  to_json_pretty,
  to_yaml,
  to_toml,
  to_python,
  to_ruby,
];
