import type { Surroundings } from "../key-source.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure, wanting } from "../secret-failure.ts";
import { type Keyring, keysIn, privateKeyring, publicKeyring } from "./keyring.ts";
import { namedKey } from "./named-key.ts";
import { readHead, unarmoured } from "./packets.ts";
import type { KeyInfo } from "./protocol.ts";
import { recipientsFor } from "./recipients.ts";
import { ask } from "./thread.ts";

/** Rings that were opened in this run, by the options that led to them: gpg and its files are asked once. */
export type Rings = Map<string, Keyring>;

/** The plain bytes of an `ENC[GPG,...]` or of an encrypted file. */
export function decryptGpg(
  bytes: Buffer,
  options: SecretOptions,
  surroundings: Surroundings,
  rings: Rings,
): Buffer {
  const head = readHead(bytes);
  const wanted = head.recipients;
  const keyring = wanting(wanted.join(", "), () => opened(options, surroundings, rings));
  const keys = keysIn(keyring).filter((key) => key.private);
  const fitting = keys.filter(({ ids }) => wanted.some((id) => /^0+$/.test(id) || ids.includes(id)));
  if (fitting.length === 0 && !(head.passphrases > 0 && keyring.passphrase !== undefined))
    throw new SecretFailure(`No private key at hand opens it. ${keyIds(wanted, keys, keyring.origin)}`);
  for (const key of fitting) warnOfExpiry(key, surroundings);
  if (!head.protected)
    surroundings.warn("A value is encrypted without protection against tampering (no MDC): encrypt it again");
  const reply = ask({
    do: "decrypt",
    ring: keyring.ring,
    message: unarmoured(bytes),
    passphrase: keyring.passphrase,
  });
  if ("plain" in reply) return Buffer.from(reply.plain);
  const reason = "failure" in reply ? reply.failure : "no answer";
  throw new SecretFailure(`${reasonWords(reason)}. ${keyIds(wanted, keys, keyring.origin)}`);
}

/** Encrypt a text for a data file. */
export function encryptGpg(
  text: string,
  file: string | undefined,
  options: SecretOptions,
  surroundings: Surroundings,
): Buffer {
  const recipients = recipientsFor(file, options, surroundings);
  if (!recipients || recipients.names.length === 0)
    throw new SecretFailure(
      "No recipients provided, don't know who to encrypt to",
      "Set gpg_recipients, or put a hiera-eyaml-gpg.recipients file beside the data",
    );
  const keyring = publicKeyring(options, surroundings);
  const keys = keysIn(keyring);
  const chosen = recipients.names.map((name) => usable(name, keys, keyring.origin, recipients.origin));
  const reply = ask({
    do: "encrypt",
    ring: keyring.ring,
    text,
    recipients: [...new Set(chosen.map(({ fingerprint }) => fingerprint))],
  });
  if ("message" in reply) return Buffer.from(reply.message);
  throw new SecretFailure("failure" in reply ? reply.failure : "no answer");
}

function opened(options: SecretOptions, surroundings: Surroundings, rings: Rings): Keyring {
  const { gpg_gnupghome, gpg_private_key, gpg_passphrase } = options;
  const id = JSON.stringify([gpg_gnupghome, gpg_private_key, gpg_passphrase, surroundings.roots]);
  const known = rings.get(id);
  if (known) return known;
  const keyring = privateKeyring(options, surroundings);
  rings.set(id, keyring);
  return keyring;
}

function usable(name: string, keys: readonly KeyInfo[], home: string, origin: string): KeyInfo {
  const key = namedKey(name, keys, `keys of ${home}, recipient of ${origin}`);
  if (key.revoked) throw new SecretFailure(`The key ${key.id} of ${name} is revoked`);
  if (key.expires !== undefined && key.expires < Date.now())
    throw new SecretFailure(
      `The key ${key.id} of ${name} expired on ${day(key.expires)}`,
      "Ask its owner for a renewed one",
    );
  return key;
}

function warnOfExpiry({ id, expires }: KeyInfo, { warn }: Surroundings): void {
  if (expires === undefined || expires >= Date.now()) return;
  warn(
    `The OpenPGP key ${id} expired on ${day(expires)}: values still decrypt with it, but nothing can be encrypted to it`,
  );
}

/** What the library says of a message that does not decrypt, in words that say what that means. */
function reasonWords(reason: string): string {
  if (/passphrase/i.test(reason)) return reason;
  if (/modification|authentication|integrity|tamper/i.test(reason))
    return "The encrypted value was tampered with or is damaged: its integrity check fails";
  if (/session key/i.test(reason))
    return "The private key does not open it: the value is damaged, or made for another key of this id";
  return `The encrypted value is damaged or cut off (${reason.replace(/^Error decrypting message: /, "").replace(/\.$/, "")})`;
}

function keyIds(wanted: readonly string[], keys: readonly KeyInfo[], origin: string): string {
  const hand = keys.map(({ ids }) => ids.join("/")).join(", ");
  return `Wanted: ${wanted.join(", ") || "a passphrase"}; at hand: ${hand || "none"} (${origin})`;
}

/** A moment as a date. */
export function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
