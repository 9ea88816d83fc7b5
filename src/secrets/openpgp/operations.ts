import * as openpgp from "openpgp";
import { describeKey } from "./describe-key.ts";
import type { Reply, Request, Ring } from "./protocol.ts";
import { unusualSessionKeys } from "./unusual-session-keys.ts";

/** For reading, what is old and weak is taken: refusing it would not make the value any safer. */
const LENIENT: openpgp.PartialConfig = {
  allowUnauthenticatedMessages: true,
  allowInsecureDecryptionWithSigningKeys: true,
  minRSABits: 512,
  rejectHashAlgorithms: new Set(),
  rejectPublicKeyAlgorithms: new Set(),
  rejectCurves: new Set(),
};

const rings = new Map<string, Promise<openpgp.Key[]>>();
const unlocked = new Map<openpgp.Key, Map<string | undefined, Promise<openpgp.PrivateKey>>>();

/** Do what was asked; never rejects. */
export async function perform(request: Request): Promise<Reply> {
  try {
    return await OPERATIONS[request.do](request as never);
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

const OPERATIONS: {
  readonly [Name in Request["do"]]: (request: Extract<Request, { do: Name }>) => Promise<Reply>;
} = {
  describe: async ({ ring }) => ({ keys: await Promise.all((await keysOf(ring)).map(describeKey)) }),
  decrypt,
  encrypt,
  generate,
};

async function decrypt({
  ring,
  message: bytes,
  passphrase,
}: Extract<Request, { do: "decrypt" }>): Promise<Reply> {
  const message = await openpgp.readMessage({ binaryMessage: bytes, config: LENIENT });
  const wanted = new Set(message.getEncryptionKeyIDs().map((id) => id.toHex()));
  const hidden = [...wanted].some((id) => /^0+$/.test(id));
  const fitting = (await keysOf(ring)).filter(
    (key) => key.isPrivate() && (hidden || key.getKeyIDs().some((id) => wanted.has(id.toHex()))),
  ) as openpgp.PrivateKey[];
  const decryptionKeys = await Promise.all(fitting.map((key) => unlock(key, passphrase)));
  const data = await opened(message, decryptionKeys, passphrase).catch((error: Error) => {
    if (!/non-preferred/.test(error.message)) throw error;
    return openedUnusual(bytes, decryptionKeys);
  });
  return { plain: data, used: fitting.map((key) => key.getKeyID().toHex().toUpperCase()) };
}

type EncryptedMessage = openpgp.Message<openpgp.MaybeStream<Uint8Array>>;

async function opened(
  message: EncryptedMessage,
  decryptionKeys: openpgp.PrivateKey[],
  passphrase: string | undefined,
): Promise<Uint8Array> {
  const byPassphrase = passphrase !== undefined && decryptionKeys.length === 0;
  const { data } = await openpgp.decrypt({
    message,
    decryptionKeys,
    ...(byPassphrase ? { passwords: passphrase } : {}),
    format: "binary",
    config: LENIENT,
  });
  return data as Uint8Array;
}

async function openedUnusual(bytes: Uint8Array, keys: readonly openpgp.PrivateKey[]): Promise<Uint8Array> {
  const message = await openpgp.readMessage({ binaryMessage: bytes, config: LENIENT });
  const sessionKeys = await unusualSessionKeys(message, keys);
  const { data } = await openpgp.decrypt({ message, sessionKeys, format: "binary", config: LENIENT });
  return data as Uint8Array;
}

async function encrypt({ ring, text, recipients }: Extract<Request, { do: "encrypt" }>): Promise<Reply> {
  const keys = await keysOf(ring);
  const encryptionKeys = recipients.map((recipient) => {
    const found = keys.find((key) => key.getFingerprint().toUpperCase() === recipient);
    if (!found) throw new Error(`The key ${recipient} is not there`);
    return found.toPublic();
  });
  const message = await openpgp.createMessage({ text });
  return { message: (await openpgp.encrypt({ message, encryptionKeys, format: "binary" })) as Uint8Array };
}

async function generate({ user, passphrase }: Extract<Request, { do: "generate" }>): Promise<Reply> {
  const [, name = user, email] = /^(.*?)\s*<([^>]*)>$/.exec(user) ?? [];
  const { privateKey, publicKey } = await openpgp.generateKey({
    type: "rsa",
    rsaBits: 3072,
    userIDs: [email === undefined ? { name } : { name, email }],
    format: "armored",
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const key = await openpgp.readKey({ armoredKey: publicKey });
  return { privateKey, publicKey, id: key.getKeyID().toHex().toUpperCase() };
}

/** Taking a passphrase off costs a tenth of a second by design: once for each key, not for each value. */
function unlock(key: openpgp.PrivateKey, passphrase: string | undefined): Promise<openpgp.PrivateKey> {
  const byPassphrase = unlocked.get(key) ?? new Map();
  unlocked.set(key, byPassphrase);
  const known = byPassphrase.get(passphrase);
  if (known) return known;
  const opened = unlocking(key, passphrase);
  byPassphrase.set(passphrase, opened);
  return opened;
}

async function unlocking(
  key: openpgp.PrivateKey,
  passphrase: string | undefined,
): Promise<openpgp.PrivateKey> {
  if (key.isDecrypted()) return key;
  const id = key.getKeyID().toHex().toUpperCase();
  if (passphrase === undefined)
    throw new Error(`The private key ${id} is locked by a passphrase, and gpg_passphrase is not set`);
  try {
    return await openpgp.decryptKey({ privateKey: key, passphrase, config: LENIENT });
  } catch {
    throw new Error(`The passphrase does not open the private key ${id}`);
  }
}

function keysOf({ name, keys }: Ring): Promise<openpgp.Key[]> {
  const known = rings.get(name);
  if (known) return known;
  const read = Promise.all(keys.map(readKeys)).then((lists) => lists.flat());
  rings.set(name, read);
  return read;
}

async function readKeys(bytes: Uint8Array): Promise<openpgp.Key[]> {
  if (bytes.length === 0) return [];
  const text = Buffer.from(bytes).toString("latin1");
  const start = text.indexOf("-----BEGIN PGP");
  if (start >= 0) return openpgp.readKeys({ armoredKeys: text.slice(start), config: LENIENT });
  return openpgp.readKeys({ binaryKeys: bytes, config: LENIENT });
}
