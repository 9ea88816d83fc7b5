import { SecretFailure } from "../secret-failure.ts";
import type { KeyInfo } from "./protocol.ts";

type Key = Pick<KeyInfo, "id" | "fingerprint" | "ids" | "users" | "revoked" | "expires">;

const ADDRESS = /^[^\s<>@]+@[^\s<>@]+$/;
/** How many keys an error names. */
const MOST_NAMED = 10;

/**
 * The one key that a recipient names, as gpg(1), "How to specify a user ID": `0x` and a key id or fingerprint, `<address>`,
 * `=user id`; without these marks a fingerprint or key id (sixteen digits, or eight), an address, or a whole user id.
 * Nothing is matched in part, since a part of one person's address may be in another's. Of several keys with a name, such
 * as an old and a renewed one, those that are revoked or expired do not count. Throws a SecretFailure that names the
 * candidates.
 */
export function namedKey<K extends Key>(name: string, keys: readonly K[], where: string): K {
  const found = matching(name, distinct(keys));
  const usable = found.filter(isUsable);
  const [key, ...more] = usable.length > 0 ? usable : found;
  if (key === undefined) throw unknown(name, keys, where);
  if (more.length === 0) return key;
  throw new SecretFailure(
    `${name} names several keys (${where}): ${listed([key, ...more])}`,
    "Name one of them by its fingerprint",
  );
}

/** The key that a recipient names, or undefined where `namedKey` fails. */
export function knownKey<K extends Key>(name: string, keys: readonly K[]): K | undefined {
  try {
    return namedKey(name, keys, "");
  } catch (error) {
    if (error instanceof SecretFailure) return undefined;
    throw error;
  }
}

function matching<K extends Key>(name: string, keys: readonly K[]): K[] {
  const test = testFor(name);
  return test === undefined ? [] : keys.filter(test);
}

/** What a key has to fulfil; undefined for a form that no key can have. */
function testFor(name: string): ((key: Key) => boolean) | undefined {
  const hex = name.replace(/\s+/g, "").replace(/!$/, "").toUpperCase();
  const digits = /^(?:0X)?([0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40}|[0-9A-F]{64})$/.exec(hex)?.[1];
  if (digits !== undefined) return ({ fingerprint, ids }) => isIdOf(digits, fingerprint, ids);
  if (/^0x/i.test(name)) return undefined;
  if (name.startsWith("=")) return ({ users }) => users.includes(name.slice(1).trim());
  const bracketed = /^<([^<>]*)>$/.exec(name)?.[1]?.trim();
  const address = (bracketed ?? name).toLowerCase();
  if (ADDRESS.test(address)) return ({ users }) => users.some((user) => addressOf(user) === address);
  return bracketed === undefined
    ? ({ users }) => users.some((user) => user.toLowerCase() === address)
    : undefined;
}

function isIdOf(digits: string, fingerprint: string, ids: readonly string[]): boolean {
  if (digits.length >= 40) return fingerprint.toUpperCase() === digits;
  return ids.some((id) => (digits.length === 16 ? id === digits : id.endsWith(digits)));
}

/** The address of a user id: between angle brackets at its end, or all of it. */
function addressOf(user: string): string {
  return (/<([^<>]*)>\s*$/.exec(user)?.[1] ?? user).trim().toLowerCase();
}

function distinct<K extends Key>(keys: readonly K[]): K[] {
  return [...new Map(keys.map((key) => [key.fingerprint, key])).values()];
}

function isUsable({ revoked, expires }: Key): boolean {
  return !revoked && (expires === undefined || expires >= Date.now());
}

/** Keys that have the name as a part come first: one of them may be meant. */
function unknown(name: string, keys: readonly Key[], where: string): SecretFailure {
  const wanted = name.replace(/^[=<*@]+|>$/g, "").toLowerCase();
  const near = distinct(keys).filter(({ users }) =>
    users.some((user) => user.toLowerCase().includes(wanted)),
  );
  const hint =
    near.length === 0 || wanted === ""
      ? undefined
      : `Names are matched whole. Keys with it as a part: ${listed(near)}`;
  return new SecretFailure(`No key found on keyring for ${name} (${where})`, hint);
}

function listed(keys: readonly Key[]): string {
  const named = keys
    .slice(0, MOST_NAMED)
    .map(({ users, fingerprint }) => `${users[0] ?? "nameless"} ${fingerprint}`);
  const rest = keys.length - named.length;
  return `${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
