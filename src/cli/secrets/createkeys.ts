import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readKeySource } from "../../secrets/key-source.ts";
import { ask } from "../../secrets/openpgp/thread.ts";
import { createKeyPair } from "../../secrets/pkcs7/certificate.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import { UsageError } from "../usage-error.ts";
import type { SecretsTask } from "./task.ts";

const PRIVATE = 0o600;
const PUBLIC = 0o644;

/** Make a pair of keys where the options say; keys that are there stay unless forced. */
export function createKeys(task: SecretsTask): number {
  const { options, scheme } = task.keysFor(undefined);
  return scheme === "PKCS7" ? pkcs7(task, options) : gpg(task);
}

function pkcs7(task: SecretsTask, options: ReturnType<SecretsTask["keysFor"]>["options"]): number {
  const privateFile = options.pkcs7_private_key ?? "";
  const publicFile = options.pkcs7_public_key ?? "";
  const bits = Number(options.pkcs7_keysize ?? 2048);
  if (!Number.isInteger(bits) || bits < 1024 || bits > 16384)
    throw new UsageError(`Invalid --pkcs7-keysize '${options.pkcs7_keysize}': 2048, 3072 or 4096`);
  refuseThere(task, [privateFile, publicFile]);
  const pair = createKeyPair(options.pkcs7_subject ?? "/", bits);
  save(privateFile, pair.privateKey, PRIVATE);
  save(publicFile, pair.certificate, PUBLIC);
  task.tell(`Keys created OK: ${privateFile} (keep it secret), ${publicFile}`);
  return 0;
}

function gpg(task: SecretsTask): number {
  const privateFile = task.options.value("gpg_private_key") ?? "./keys/private_key.gpg.asc";
  const publicFile = task.options.value("gpg_public_keys") ?? "./keys/public_key.gpg.asc";
  const user = task.options.value("user");
  if (user === undefined)
    throw new UsageError("createkeys for gpg needs --user, such as 'Production <ops@example.com>'");
  refuseThere(task, [privateFile, publicFile]);
  const named = task.options.value("gpg_passphrase");
  const passphrase =
    named === undefined
      ? undefined
      : readKeySource(named, "gpg_passphrase", task.secrets.surroundings(undefined))
          .bytes.toString()
          .replace(/\r?\n$/, "");
  const reply = ask({ do: "generate", user, passphrase });
  if (!("privateKey" in reply))
    throw new SecretFailure("failure" in reply ? reply.failure : "No key was made");
  save(privateFile, reply.privateKey, PRIVATE);
  save(publicFile, reply.publicKey, PUBLIC);
  task.tell(`Key ${reply.id} created: ${privateFile} (keep it secret), ${publicFile}`);
  return 0;
}

function refuseThere(task: SecretsTask, files: readonly string[]): void {
  const there = files.find((file) => existsSync(file));
  if (there === undefined || task.options.switch("force")) return;
  throw new SecretFailure(
    `${there} is there already`,
    "Values encrypted with its key can only be read with it. Name other files, or replace it with --force",
  );
}

function save(file: string, text: string, mode: number): void {
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
    // With --force the old file goes first: a new one has this mode, and is never written through a link.
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode, flag: "wx" });
  } catch (error) {
    throw new SecretFailure(`Cannot write ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}
