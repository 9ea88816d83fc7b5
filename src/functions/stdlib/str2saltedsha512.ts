import { createHash, randomBytes } from "node:crypto";
import { rubyClass } from "../../values/ruby/class.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A password as old versions of macOS store it: SHA-512 with a salt of four random bytes. */
export const str2saltedsha512 = defineLegacyFunction("str2saltedsha512", -1, (_call, args) => {
  const [password] = args;
  if (args.length !== 1) {
    parseError(`str2saltedsha512(): Wrong number of arguments passed (${args.length} but we require 1)`);
  }
  if (typeof password !== "string") {
    parseError(`str2saltedsha512(): Requires a String argument, you passed: ${rubyClass(password!)}`);
  }
  const salt = randomBytes(4);
  return salt.toString("hex") + createHash("sha512").update(salt).update(password).digest("hex");
});
