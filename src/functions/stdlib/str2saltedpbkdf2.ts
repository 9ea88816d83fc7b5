import { pbkdf2Sync } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

const NAME = "str2saltedpbkdf2()";
const KEY_BYTES = 128;

/** A password as macOS stores it: derived by PBKDF2 with a salt. */
export const str2saltedpbkdf2 = defineLegacyFunction("str2saltedpbkdf2", -1, (_call, args) => {
  if (args.length !== 3) fail("ARGUMENT_ERROR", `${NAME}: wrong number of arguments (${args.length} for 3)`);
  const [password, salt, iterations] = args.map((arg) => (arg instanceof Sensitive ? arg.value : arg));
  if (typeof password !== "string") fail("ARGUMENT_ERROR", `${NAME}: first argument must be a string`);
  if (typeof salt !== "string") fail("ARGUMENT_ERROR", `${NAME}: second argument must be a string`);
  if (Buffer.byteLength(salt) < 8) {
    fail("ARGUMENT_ERROR", `${NAME}: second argument must be at least 8 bytes long`);
  }
  if (typeof iterations !== "bigint") fail("ARGUMENT_ERROR", `${NAME}: third argument must be an integer`);
  if (iterations <= 40_000n || iterations >= 70_000n) {
    fail("ARGUMENT_ERROR", `${NAME}: third argument must be between 40,000 and 70,000`);
  }
  const derived = pbkdf2Sync(password, salt, Number(iterations), KEY_BYTES, "sha512");
  return Hash.of({
    password_hex: derived.toString("hex"),
    salt_hex: Buffer.from(salt).toString("hex"),
    iterations,
  });
});
