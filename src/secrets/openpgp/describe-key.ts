import type * as openpgp from "openpgp";
import type { KeyInfo } from "./protocol.ts";

/** What a key says of itself. */
export async function describeKey(key: openpgp.Key): Promise<KeyInfo> {
  return {
    id: hex(key.getKeyID()),
    fingerprint: key.getFingerprint().toUpperCase(),
    users: key.getUserIDs(),
    ids: key.getKeyIDs().map(hex),
    private: key.isPrivate(),
    locked: key.isPrivate() && !(key as openpgp.PrivateKey).isDecrypted(),
    revoked: await key.isRevoked().catch(() => false),
    expires: await expiry(key),
  };
}

/** A key is of use as long as its last subkey for encryption is, and no longer than itself. */
async function expiry(key: openpgp.Key): Promise<number | undefined> {
  const encrypting = key.getSubkeys().filter(encrypts);
  const ends = await Promise.all(encrypting.map((subkey) => end(() => subkey.getExpirationTime())));
  const until = Math.min(
    await end(() => key.getExpirationTime()),
    ends.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ends),
  );
  return Number.isFinite(until) ? until : undefined;
}

/** The key flags say so: for communications or for storage (RFC 9580, 5.2.3.29). */
function encrypts({ bindingSignatures }: openpgp.Subkey): boolean {
  const flags = bindingSignatures.at(-1)?.keyFlags?.[0];
  return flags === undefined || (flags & 0x0c) !== 0;
}

/** What cannot be told counts as endless: the library says null of keys with signatures it does not take. */
async function end(time: () => Promise<Date | typeof Number.POSITIVE_INFINITY | null>): Promise<number> {
  const found = await time().catch(() => null);
  return found === null ? Number.POSITIVE_INFINITY : Number(found);
}

function hex(id: openpgp.KeyID): string {
  return id.toHex().toUpperCase();
}
