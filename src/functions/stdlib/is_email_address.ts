import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a syntactically correct email address. */
export const is_email_address = defineLegacyFunction("is_email_address", -1, (_call, args) => {
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
