import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** Whether its argument is a hash. */
const is_hash = defineLegacyFunction("is_hash", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_hash(): Wrong number of arguments given (${args.length} for 1)`);
  return args[0] instanceof Hash;
});

/** Whether its argument is an Integer, or a text of one. */
const is_integer = defineLegacyFunction("is_integer", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_integer(): Wrong number of arguments given ${args.length} for 1`);
  return isIntegerLike(args[0]!);
});

/** Whether a value is an Integer, or a decimal text of one. */
export function isIntegerLike(value: Value): boolean {
  return typeof value === "bigint" || (typeof value === "string" && /^-?(?:[1-9]\d*|0)$/m.test(value));
}

/** Whether its argument is a MAC address, of Ethernet or of InfiniBand. */
const is_mac_address = defineLegacyFunction("is_mac_address", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_mac_address(): Wrong number of arguments given ${args.length} for 1`);
  return /^[a-f0-9]{1,2}(?:(?::[a-f0-9]{1,2}){5}|(?::[a-f0-9]{1,2}){19})$/im.test(rubyText(args[0]!));
});

/** Whether its argument is a syntactically correct domain name. */
const is_domain_name = defineLegacyFunction("is_domain_name", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_domain_name(): Wrong number of arguments given ${args.length} for 1`);
  return isDomainName(args[0]!);
});

/** Whether a value is a domain name: labels of letters, digits and inner hyphens, the last one of letters. */
export function isDomainName(value: Value): boolean {
  if (typeof value !== "string") return false;
  if (value === ".") return true;
  const domain = value.replace(/\.$/, "");
  if (domain === "" || domain.length > 255) return false;
  if (domain.includes(".") && !/\.[A-Za-z]+$/m.test(domain)) return false;
  return domain
    .split(".")
    .every((label) => label.length <= 63 && /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(label));
}

/** Whether its argument is a syntactically correct email address. */
const is_email_address = defineLegacyFunction("is_email_address", -1, (_call, args) => {
  if (args.length !== 1)
    parseError(`is_email_address(): Wrong number of arguments given ${args.length} for 1`);
  return isEmailAddress(args[0]!);
});

/** Whether a value is an email address, as stdlib understands it; lower-case domains only. */
export function isEmailAddress(value: Value): boolean {
  if (typeof value !== "string") return false;
  const [, local = "", domain = ""] = /^(.+)@([^@]+)$/s.exec(value) ?? [];
  return isLocalPart(local) && /^[a-z\d-]+(?:\.[a-z]+)*\.[a-z]+$/.test(domain);
}

/** Word characters, each of which one other character may follow: after another such comes a word character again. */
function isLocalPart(text: string): boolean {
  return /^[A-Za-z0-9_+-]/.test(text) && !/[^A-Za-z0-9_+-]{2}/.test(text) && !text.includes("\n");
}

/** Whether there is a function of a name. */
const is_function_available = defineLegacyFunction("is_function_available", -1, ({ compilation }, args) => {
  if (args.length !== 1) {
    parseError(`is_function_available?(): Wrong number of arguments given ${args.length} for 1`);
  }
  return typeof args[0] === "string" && compilation.functions.has(args[0]);
});

/** Whether there is a function of a name. */
const has_function = defineFunction("stdlib::has_function", {
  params: [param("String[1]", "function_name")],
  returns: "Boolean",
  body: ({ compilation }, name: string) => compilation.functions.has(name),
});

/** Whether a value is of a type. */
const is_a = defineFunction("is_a", {
  params: [param("Any", "value"), param("Type", "type")],
  body: (_call, value, type: Type) => type.isInstance(value!),
});

/** The functions of this chapter. */
export const checkFunctions: readonly BuiltinFunction[] = [
  is_hash,
  is_integer,
  is_mac_address,
  is_domain_name,
  is_email_address,
  is_function_available,
  has_function,
  is_a,
];
