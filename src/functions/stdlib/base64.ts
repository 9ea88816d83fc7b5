import { Binary } from "../../values/binary.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

const METHODS = ["default", "strict", "urlsafe"];

/** A text encoded in or decoded from Base64. */
export const base64 = defineLegacyFunction("base64", -1, (_call, args) => {
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
