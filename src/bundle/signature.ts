import {
  createMessage,
  type Key,
  type PrivateKey,
  readSignature,
  type Signature,
  sign,
  verify,
} from "openpgp";
import { fail } from "../diagnostics/failure.ts";

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
  const key = trustedSigner(signature, trusted);
  if (!key) wrongSigner(signature, trusted, archive);
  await refuseUnfit(key, archive);
  const message = await createMessage({ binary: content });
  const { signatures } = await verify({ message, signature, verificationKeys: key });
  const failures: string[] = [];
  for (const { verified } of signatures) {
    try {
      await verified;
      return nameOf(key);
    } catch (error) {
      failures.push((error as Error).message);
    }
  }
  fail(
    "BUNDLE_BAD_SIGNATURE",
    `${archive}: The signature does not fit the inventory: ${failures[0] ?? "it is empty"}`,
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

function trustedSigner(signature: Signature, trusted: readonly Key[]): Key | undefined {
  const ids = signature.getSigningKeyIDs();
  return trusted.find((key) => ids.some((id) => key.getKeys(id).length > 0));
}

function wrongSigner(signature: Signature, trusted: readonly Key[], archive: string): never {
  const ids = signature.getSigningKeyIDs().map((id) => id.toHex().toUpperCase());
  fail(
    "BUNDLE_WRONG_SIGNER",
    `${archive}: The bundle is signed by the key ${ids.join(", ")}, which is not trusted`,
    `Trusted: ${trusted.map(nameOf).join("; ")}. Another key is trusted with --trust FILE.`,
  );
}

async function refuseUnfit(key: Key, archive: string): Promise<void> {
  if (await key.isRevoked()) {
    fail(
      "BUNDLE_KEY_REVOKED",
      `${archive}: The bundle is signed by a key that has been revoked: ${nameOf(key)}`,
    );
  }
  const expires = await key.getExpirationTime();
  if (expires instanceof Date && expires.getTime() < Date.now()) {
    const day = expires.toISOString().slice(0, 10);
    fail(
      "BUNDLE_KEY_EXPIRED",
      `${archive}: The bundle is signed by a key that expired on ${day}: ${nameOf(key)}`,
      "Sign it again with a valid key, or extend the key and trust the extended one.",
    );
  }
}

/** A key as people know it. */
function nameOf(key: Key): string {
  const user = key.getUserIDs()[0] ?? "nameless";
  return `${user} (${key.getFingerprint().toUpperCase()})`;
}
