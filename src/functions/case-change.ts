import { type BuiltinFunction, defineFunctionWithTypes, param } from "../evaluate/functions/function.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

const STRING_DATA = "Variant[String, Numeric, Array[StringData], Hash[StringData, StringData]]";

/** `downcase` and `upcase`: strings at any depth of arrays and hashes, keys too, are changed. */
export function defineCaseChange(name: string, change: (text: string) => string): BuiltinFunction {
  const changed = (value: Value): Value => {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (value instanceof Hash) return Hash.from([...value].map(([k, v]) => [changed(k), changed(v)]));
    return value;
  };
  const body = (_call: unknown, arg: Value) => changed(arg);
  return defineFunctionWithTypes(
    name,
    { StringData: STRING_DATA },
    { params: [param("Numeric", "arg")], body },
    { params: [param("String", "arg")], body },
    { params: [param("Array[StringData]", "arg")], body },
    { params: [param("Hash[StringData, StringData]", "arg")], body },
  );
}
