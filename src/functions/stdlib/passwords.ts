import { createHash, pbkdf2Sync, randomBytes } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { md5Crypt } from "../crypt/md5-crypt.ts";
import { shaCrypt } from "../crypt/sha-crypt.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

interface Kind {
  readonly salt?: RegExp;
  readonly hash?: (password: string, salt: string) => string;
}

const BCRYPT: Kind = { salt: /^[0-9]{2}\$[./A-Za-z0-9]{22}/m };

const KINDS: Readonly<Record<string, Kind>> = {
  md5: { hash: md5Crypt },
  "sha-256": { hash: (password, salt) => shaCrypt(256, password, salt) },
  "sha-512": { hash: (password, salt) => shaCrypt(512, password, salt) },
  bcrypt: BCRYPT,
  "bcrypt-a": BCRYPT,
  "bcrypt-x": BCRYPT,
  "bcrypt-y": BCRYPT,
};

/** A password hashed for /etc/shadow. */
const pw_hash = defineLegacyFunction("pw_hash", 3, (_call, args) => {
  const [password, type, salt] = args.map((arg) => (arg instanceof Sensitive ? arg.value : arg));
  if (typeof password !== "string" && password !== null) refuse("first argument must be a string");
  if (typeof type !== "string") refuse("second argument must be a string");
  const kind = KINDS[type.toLowerCase()] ?? refuse(`${type} is not a valid hash type`);
  if (typeof salt !== "string") refuse("third argument must be a string");
  if (salt === "") refuse("third argument must not be empty");
  checkSalt(kind, salt);
  if (password === null || password === "") return null;
  return kind.hash?.(password, salt) ?? parseError("pw_hash(): bcrypt is not supported by nostrings");
});

function checkSalt({ salt: pattern }: Kind, salt: string): void {
  if ((pattern ?? /^[a-zA-Z0-9./]+$/).test(salt)) return;
  const wanted = pattern ? "match (?-mix:^[0-9]{2}\\$[./A-Za-z0-9]{22})" : "be in the set [a-zA-Z0-9./]";
  refuse(`characters in salt must ${wanted}`);
}

function refuse(why: string): never {
  return fail("ARGUMENT_ERROR", `pw_hash(): ${why}`);
}

/** A password as old versions of macOS store it: SHA-512 with a salt of four random bytes. */
const str2saltedsha512 = defineLegacyFunction("str2saltedsha512", -1, (_call, args) => {
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

const NAME = "str2saltedpbkdf2()";
const KEY_BYTES = 128;

/** A password as macOS stores it: derived by PBKDF2 with a salt. */
const str2saltedpbkdf2 = defineLegacyFunction("str2saltedpbkdf2", -1, (_call, args) => {
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

/** The functions of this chapter. */
export const passwordFunctions: readonly BuiltinFunction[] = [pw_hash, str2saltedsha512, str2saltedpbkdf2];
