import { createHash } from "node:crypto";
import { cryptBase64 } from "./base64.ts";

const ROUNDS = 1000;
const MAX_SALT = 8;
const MAGIC = Buffer.from("$1$");
const ORDER = [[0, 6, 12], [1, 7, 13], [2, 8, 14], [3, 9, 15], [4, 10, 5], [11]];

/** A password hashed as crypt(3) does for `$1$`. */
export function md5Crypt(password: string, givenSalt: string): string {
  const key = Buffer.from(password);
  const salt = Buffer.from(givenSalt.slice(0, MAX_SALT));
  const md5 = (...parts: Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const parts = [key, MAGIC, salt, Buffer.alloc(key.length, md5(key, salt, key))];
  for (let length = key.length; length > 0; length >>= 1) {
    parts.push(length & 1 ? Buffer.from([0]) : key.subarray(0, 1));
  }
  let digest = md5(...parts);
  for (let round = 0; round < ROUNDS; round++) {
    const odd = round % 2 === 1;
    const middle = [round % 3 !== 0 ? salt : Buffer.alloc(0), round % 7 !== 0 ? key : Buffer.alloc(0)];
    digest = md5(odd ? key : digest, ...middle, odd ? digest : key);
  }
  return `$1$${salt}$${cryptBase64(digest, ORDER)}`;
}
