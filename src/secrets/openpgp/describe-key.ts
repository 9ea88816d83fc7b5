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

/** A key lasts as long as its last subkey for encryption does, and no longer than itself. */
async function expiry(key: openpgp.Key): Promise<number | undefined> {
  const own = await key.getExpirationTime().catch(() => null);
  const subkeys = await Promise.all(
    key.getSubkeys().map((subkey) => subkey.getExpirationTime().catch(() => null)),
  );
  const encrypting = subkeys.filter((time) => time !== null).map(Number);
  const last = encrypting.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...encrypting);
  const until = Math.min(own === null ? Number.POSITIVE_INFINITY : Number(own), last);
  return Number.isFinite(until) ? until : undefined;
}

function hex(id: openpgp.KeyID): string {
  return id.toHex().toUpperCase();
}
