import { existsSync, statSync } from "node:fs";
import { octal, type Surroundings } from "../key-source.ts";
import { day } from "../openpgp/gpg.ts";
import { gnupgHome } from "../openpgp/home.ts";
import { keysIn, privateKeyring, publicKeyring } from "../openpgp/keyring.ts";
import { namedKey } from "../openpgp/named-key.ts";
import type { KeyInfo } from "../openpgp/protocol.ts";
import { type Recipients, recipientsFor } from "../openpgp/recipients.ts";
import { trustedKeys } from "../openpgp/run-gpg.ts";
import { ask } from "../openpgp/thread.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";
import { broken, type Check, doubtful, ok } from "./check.ts";

/** The links of OpenPGP: home, file modes, private keys, passphrase, then the recipients and what gpg thinks of them. */
export function* checkGpg(
  file: string | undefined,
  options: SecretOptions,
  surroundings: Surroundings,
): Iterable<Check> {
  const home = gnupgHome(options, surroundings);
  if (options.gpg_private_key === undefined) yield* checkHome(home);
  yield* checkPrivateKeys(options, surroundings);
  const recipients = recipientsFor(file, options, surroundings);
  if (recipients) yield* checkRecipients(recipients, home, options, surroundings);
  else
    yield doubtful(
      "recipient",
      "Nothing says whom to encrypt to",
      "Set gpg_recipients, or add a hiera-eyaml-gpg.recipients file",
    );
}

function* checkHome(home: string): Iterable<Check> {
  const there = statSync(home, { throwIfNoEntry: false });
  if (!there?.isDirectory()) {
    yield broken("home", `GnuPG's directory ${home} does not exist`, "Set gpg_gnupghome, or GNUPGHOME");
    return;
  }
  yield ok("home", home);
  const mode = there.mode & 0o777;
  if ((mode & 0o077) !== 0)
    yield doubtful(
      "file mode",
      `${home} can be entered by others (mode ${octal(mode)})`,
      `chmod 700 ${home}`,
    );
  const uid = process.geteuid?.();
  if (uid !== undefined && uid !== 0 && there.uid !== uid)
    yield doubtful("file mode", `${home} belongs to user ${there.uid}, this is user ${uid}`);
}

function* checkPrivateKeys(options: SecretOptions, surroundings: Surroundings): Iterable<Check> {
  const warnings: string[] = [];
  try {
    const keyring = privateKeyring(options, {
      ...surroundings,
      warn: (message) => void warnings.push(message),
    });
    const keys = keysIn(keyring).filter((key) => key.private);
    for (const warning of warnings) yield doubtful("file mode", warning);
    if (keys.length === 0) yield broken("key", `There is no private key in ${keyring.origin}`);
    for (const key of keys) {
      yield ok("key", `private key ${key.ids.join("/")} ${key.users[0] ?? ""}`.trim());
      yield* checkExpiry(key, "key");
      if (key.locked) yield passphraseCheck(key, keyring);
    }
  } catch (error) {
    if (!(error instanceof SecretFailure)) throw error;
    yield broken("key", error.message, error.hint);
  }
}

/** Whether the passphrase opens a key: by decrypting something that is encrypted to it. */
function passphraseCheck(key: KeyInfo, { ring, passphrase }: ReturnType<typeof privateKeyring>): Check {
  if (passphrase === undefined)
    return broken(
      "passphrase",
      `The private key ${key.id} is locked, and gpg_passphrase is not set`,
      "gpg_passphrase: a file, env:NAME or credential:NAME",
    );
  const made = ask({ do: "encrypt", ring, text: "doctor", recipients: [key.fingerprint] });
  if (!("message" in made))
    return doubtful("passphrase", `It cannot be tried: nothing can be encrypted to ${key.id}`);
  const reply = ask({ do: "decrypt", ring, message: made.message, passphrase });
  if ("plain" in reply) return ok("passphrase", `It opens ${key.id}`);
  return broken("passphrase", "failure" in reply ? reply.failure : "It cannot be tried");
}

function* checkRecipients(
  { names, origin }: Recipients,
  home: string,
  options: SecretOptions,
  surroundings: Surroundings,
): Iterable<Check> {
  let keys: readonly KeyInfo[] = [];
  try {
    keys = keysIn(publicKeyring(options, surroundings));
  } catch (error) {
    if (!(error instanceof SecretFailure)) throw error;
    yield broken("recipient", error.message, error.hint);
  }
  const trusted = existsSync(home) ? trustedKeys(home) : undefined;
  for (const name of names) {
    const key = attempted(() => namedKey(name, keys, origin));
    if (key instanceof SecretFailure) {
      yield broken("recipient", key.message, key.hint ?? "Import it, or add its file to gpg_public_keys");
      continue;
    }
    yield ok("recipient", `${name} is ${key.id}`);
    yield* checkExpiry(key, "recipient");
    if (key.revoked) yield broken("recipient", `${key.id} is revoked`);
    if (trusted && !trusted.has(key.fingerprint))
      yield doubtful(
        "trust",
        `gpg does not trust ${key.id}`,
        "Not needed here; eyaml wants gpg_always_trust or a signature for it",
      );
  }
}

/** What some work gives, or how it failed. */
function attempted<T>(work: () => T): T | SecretFailure {
  try {
    return work();
  } catch (error) {
    if (error instanceof SecretFailure) return error;
    throw error;
  }
}

function* checkExpiry({ id, expires }: KeyInfo, link: "key" | "recipient"): Iterable<Check> {
  if (expires === undefined || expires >= Date.now()) return;
  const message = `${id} expired on ${day(expires)}`;
  if (link === "key") yield doubtful(link, `${message}: values decrypt, but none can be made`);
  else yield broken(link, message);
}
