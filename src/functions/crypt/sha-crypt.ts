import { createHash } from "node:crypto";
import { cryptBase64 } from "./base64.ts";

const ROUNDS = 5000;
const MAX_SALT = 16;

/** A password hashed as crypt(3) does for `$5$` (SHA-256) and `$6$` (SHA-512) (https://www.akkadia.org/drepper/SHA-crypt.txt). */
export function shaCrypt(bits: 256 | 512, password: string, givenSalt: string): string {
  const key = Buffer.from(password);
  const salt = Buffer.from(givenSalt.slice(0, MAX_SALT));
  const sha = (...parts: Uint8Array[]) => createHash(`sha${bits}`).update(Buffer.concat(parts)).digest();
  const first = sha(...firstParts(key, salt, sha(key, salt, key)));
  const p = repeated(sha(...Array<Buffer>(key.length).fill(key)), key.length);
  const s = repeated(sha(...Array<Buffer>(16 + first[0]!).fill(salt)), salt.length);
  let digest = first;
  for (let round = 0; round < ROUNDS; round++) digest = sha(...roundParts(round, digest, p, s));
  return `$${bits === 256 ? 5 : 6}$${salt}$${cryptBase64(digest, bits === 256 ? ORDER_256 : ORDER_512)}`;
}

function firstParts(key: Buffer, salt: Buffer, alternate: Buffer): Buffer[] {
  const parts = [key, salt, repeated(alternate, key.length)];
  for (let length = key.length; length > 0; length >>= 1) parts.push(length & 1 ? alternate : key);
  return parts;
}

function roundParts(round: number, digest: Buffer, p: Buffer, s: Buffer): Buffer[] {
  const odd = round % 2 === 1;
  const parts = [odd ? p : digest];
  if (round % 3 !== 0) parts.push(s);
  if (round % 7 !== 0) parts.push(p);
  parts.push(odd ? digest : p);
  return parts;
}

/** Bytes over and over again, up to a length. */
function repeated(bytes: Buffer, length: number): Buffer {
  return Buffer.alloc(length, bytes);
}

/** The byte triples of the result: each next one is the one before, turned round and moved on. */
function order(
  count: number,
  step: number,
  rotate: (triple: number[]) => number[],
  last: number[],
): number[][] {
  let triple = [0, step, 2 * step];
  const groups: number[][] = [];
  for (let i = 0; i < count; i++) {
    groups.push(triple);
    triple = rotate(triple).map((index) => index + 1);
  }
  return [...groups, last];
}

const ORDER_256 = order(10, 10, ([a, b, c]) => [c!, a!, b!], [31, 30]);
const ORDER_512 = order(21, 21, ([a, b, c]) => [b!, c!, a!], [63]);
