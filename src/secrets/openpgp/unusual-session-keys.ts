import * as openpgp from "openpgp";

/** Ciphers that the library decrypts with, but only takes from keys that say they prefer them; gpg never asked. */
const UNUSUAL = new Set<number>([openpgp.enums.symmetric.blowfish, openpgp.enums.symmetric.twofish]);

/** The session keys of a message in a cipher that hardly any key prefers; none when there is nothing unusual. */
export async function unusualSessionKeys(
  message: openpgp.Message<openpgp.MaybeStream<Uint8Array>>,
  keys: readonly openpgp.PrivateKey[],
): Promise<openpgp.SessionKey[]> {
  const found: openpgp.SessionKey[] = [];
  const packets = message.packets.filterByTag(openpgp.enums.packet.publicKeyEncryptedSessionKey);
  for (const packet of packets as unknown as openpgp.PublicKeyEncryptedSessionKeyPacket[]) {
    for (const key of keys.flatMap((each) => each.getKeys())) {
      const opened = await sessionKey(packet, key.keyPacket);
      if (opened) found.push(opened);
    }
  }
  return found;
}

/** What the packet has for a key: undefined when it is for another, or nothing unusual. */
async function sessionKey(
  packet: openpgp.PublicKeyEncryptedSessionKeyPacket,
  key: openpgp.AnyKeyPacket,
): Promise<openpgp.SessionKey | undefined> {
  const opened = Object.assign(Object.create(Object.getPrototypeOf(packet)) as typeof packet, packet);
  try {
    await (opened as unknown as Decrypting).decrypt(key);
  } catch {
    return undefined;
  }
  const { sessionKey: data, sessionKeyAlgorithm: number } = opened as unknown as Decrypting;
  if (data === null || number === null || !UNUSUAL.has(number)) return undefined;
  return {
    data,
    algorithm: openpgp.enums.read(openpgp.enums.symmetric, number) as openpgp.enums.symmetricNames,
  };
}

/** What the packet has that the library's types leave out. */
interface Decrypting {
  decrypt(key: openpgp.AnyKeyPacket): Promise<void>;
  readonly sessionKey: Uint8Array | null;
  readonly sessionKeyAlgorithm: number | null;
}
