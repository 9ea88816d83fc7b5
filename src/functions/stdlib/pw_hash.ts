import { fail } from "../../diagnostics/failure.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { md5Crypt } from "../crypt/md5-crypt.ts";
import { shaCrypt } from "../crypt/sha-crypt.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

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
export const pw_hash = defineLegacyFunction("pw_hash", 3, (_call, args) => {
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
