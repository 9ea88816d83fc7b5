import {
  createMessage,
  type Key,
  type KeyID,
  type PrivateKey,
  readSignature,
  type Signature,
  sign,
  verify,
} from "openpgp";
import { Failure, fail } from "../diagnostics/failure.ts";

/**
 * A detached OpenPGP signature, armored. With a `time`, that of the signature, the same content gives the same signature
 * (for RSA and Ed25519); without, it is of now, with a random part that guards the key against faults of the processor.
 */
export async function signed(content: Uint8Array, signingKeys: PrivateKey, time?: Date): Promise<string> {
  const message = await createMessage({ binary: content });
  const armored = await sign({
    message,
    signingKeys,
    detached: true,
    format: "armored",
    date: time ?? new Date(),
    config: { nonDeterministicSignaturesViaNotation: time === undefined },
  });
  return armored.replaceAll("\r\n", "\n");
}

/** Who signed the content: name and fingerprint of a trusted key. Fails unless one of the signatures holds today. */
export async function signer(
  content: Uint8Array,
  armored: string,
  trusted: readonly Key[],
  archive: string,
): Promise<string> {
  const signature = await read(armored, archive);
  const candidates = signature.getSigningKeyIDs().flatMap((id) => {
    const copies = trusted.filter((key) => key.getKeys(id).length > 0);
    return copies.length === 0 ? [] : [{ id, copies }];
  });
  if (candidates.length === 0) wrongSigner(signature, trusted, archive);
  const failures: Failure[] = [];
  for (const { id, copies } of candidates) {
    try {
      const key = await fitKey(copies, id, archive);
      await holds(content, signature, key, id, archive);
      return nameOf(key);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  throw failures[0];
}

/** Fail unless the signature that names this key is one of this content. */
async function holds(
  content: Uint8Array,
  signature: Signature,
  key: Key,
  id: KeyID,
  archive: string,
): Promise<void> {
  const message = await createMessage({ binary: content });
  const { signatures } = await verify({ message, signature, verificationKeys: key });
  const why: string[] = [];
  for (const { keyID, verified } of signatures) {
    if (!keyID.equals(id)) continue;
    try {
      await verified;
      return;
    } catch (error) {
      why.push((error as Error).message);
    }
  }
  fail(
    "BUNDLE_BAD_SIGNATURE",
    `${archive}: The signature does not fit the inventory: ${why[0] ?? "it is empty"}`,
    "Somebody or something has changed the bundle since it was signed.",
  );
}

async function read(armored: string, archive: string): Promise<Signature> {
  try {
    return await readSignature({ armoredSignature: armored });
  } catch (error) {
    fail("BUNDLE_BAD_SIGNATURE", `${archive}: The signature cannot be read: ${(error as Error).message}`);
  }
}

function wrongSigner(signature: Signature, trusted: readonly Key[], archive: string): never {
  const ids = signature.getSigningKeyIDs().map((id) => id.toHex().toUpperCase());
  fail(
    "BUNDLE_WRONG_SIGNER",
    `${archive}: The bundle is signed by the key ${ids.join(", ")}, which is not trusted`,
    `Trusted: ${trusted.map(nameOf).join("; ")}. Another key is trusted with --trust FILE.`,
  );
}

/**
 * The copy of a key that is valid today. Whoever has a key that was taken out of use can write any date into a signature:
 * so the date of the signature counts for nothing, and neither does the reason of a revocation. A key may be trusted in
 * several copies, of different ages: a revocation in one of them counts for all, and the latest expiry.
 */
async function fitKey(copies: readonly Key[], id: KeyID, archive: string): Promise<Key> {
  for (const key of copies) {
    if (isRevoked(key, id) || (await key.isRevoked())) {
      const what = `${archive}: The bundle is signed by a key that has been revoked: ${nameOf(key)}`;
      fail("BUNDLE_KEY_REVOKED", what, "Sign it again with a valid key, and trust that.");
    }
  }
  const expiries = await Promise.all(copies.map((key) => expiryOf(key, id)));
  const latest = Math.max(...expiries);
  const key = copies[expiries.indexOf(latest)]!;
  if (latest <= Date.now()) {
    const day = new Date(latest).toISOString().slice(0, 10);
    fail(
      "BUNDLE_KEY_EXPIRED",
      `${archive}: The bundle is signed by a key that expired on ${day}: ${nameOf(key)}`,
      "Sign it again with a valid key, or extend the key and trust the extended one.",
    );
  }
  await refuseUnfit(key, id, archive);
  return key;
}

/** Whether the key, or the subkey that signed, or each of its names has a revocation, for whatever reason. */
function isRevoked(key: Key, id: KeyID): boolean {
  const signed = key.subkeys.filter((subkey) => subkey.getKeyID().equals(id));
  const isWithdrawn = key.users.length > 0 && key.users.every((user) => user.revocationSignatures.length > 0);
  return [key, ...signed].some((one) => one.revocationSignatures.length > 0) || isWithdrawn;
}

/** When the key, or the subkey that signed, expires: in milliseconds, infinite when never. */
async function expiryOf(key: Key, id: KeyID): Promise<number> {
  const signed = key.subkeys.filter((subkey) => subkey.getKeyID().equals(id));
  const expiries = await Promise.all([key, ...signed].map((one) => one.getExpirationTime()));
  return Math.min(
    ...expiries.map((expires) => (expires instanceof Date ? expires.getTime() : Number.POSITIVE_INFINITY)),
  );
}

/** What is not allowed to sign, or is not bound to the key as it must be. */
async function refuseUnfit(key: Key, id: KeyID, archive: string): Promise<void> {
  try {
    await key.getSigningKey(id, new Date());
  } catch (error) {
    fail(
      "BUNDLE_KEY_UNFIT",
      `${archive}: The bundle is signed by a key that cannot sign today: ${nameOf(key)}: ${(error as Error).message}`,
    );
  }
}

/** A key as people know it. */
function nameOf(key: Key): string {
  const user = key.getUserIDs()[0] ?? "nameless";
  return `${user} (${key.getFingerprint().toUpperCase()})`;
}
