import { hash } from "node:crypto";
import { crc32 as crc32sum } from "node:zlib";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { Binary } from "../../values/binary.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { Sensitive } from "../../values/sensitive.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** The bytes of a value's text; what is in a Sensitive counts. */
export function bytesOf(value: Value): Buffer {
  return Buffer.from(rubyText(value instanceof Sensitive ? value.value : value));
}

/** The checksum sha256 of a scalar value or a binary, in hexadecimal. */
const stdlib_sha256 = defineFunction("stdlib::sha256", {
  params: [param("Variant[ScalarData, Sensitive[ScalarData], Binary, Sensitive[Binary]]", "my_data")],
  returns: "String",
  body: (_call, data) => hash("sha256", bytesOf(data!), "hex"),
});

/** The checksum crc32 of a scalar value or a binary, in hexadecimal. */
const stdlib_crc32 = defineFunction("stdlib::crc32", {
  params: [param("Variant[ScalarData, Sensitive[ScalarData], Binary, Sensitive[Binary]]", "my_data")],
  returns: "String",
  body: (_call, data) => crc32sum(bytesOf(data!)).toString(16),
});

const METHODS = ["default", "strict", "urlsafe"];

/** A text encoded in or decoded from Base64. */
const base64 = defineLegacyFunction("base64", -1, (_call, args) => {
  if (args.length < 2) parseError(`base64(): Wrong number of arguments (${args.length}; must be >= 2)`);
  const [action, text, method = "default"] = args;
  if (action !== "encode" && action !== "decode") {
    parseError("base64(): the first argument must be one of 'encode' or 'decode'");
  }
  if (typeof text !== "string") parseError("base64(): the second argument must be a string to base64");
  if (typeof method !== "string" || !METHODS.includes(method)) {
    parseError("base64(): the third argument must be one of 'default', 'strict', or 'urlsafe'");
  }
  return action === "encode" ? encoded(text, method) : decoded(text, method);
});

function encoded(text: string, method: string): string {
  const binary = Binary.fromText(text);
  if (method === "default") return binary.toWrappedBase64();
  return method === "strict" ? binary.toString() : binary.toUrlSafeBase64();
}

function decoded(text: string, method: string): string {
  if (method === "default") return textOf(Binary.fromBase64(text));
  const binary = method === "strict" ? Binary.fromStrictBase64(text) : Binary.fromUrlSafeBase64(text);
  return textOf(binary ?? parseError("invalid base64"));
}

function textOf(binary: Binary): string {
  return binary.toText() ?? Buffer.from(binary.bytes).toString("latin1");
}

/** The functions of this chapter. */
export const digestFunctions: readonly BuiltinFunction[] = [stdlib_sha256, stdlib_crc32, base64];
