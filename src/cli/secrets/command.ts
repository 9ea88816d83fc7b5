import { didYouMean } from "../../diagnostics/near.ts";
import { SECRET_OPTIONS } from "../../secrets/options.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import type { Command, Invocation } from "../command.ts";
import type { OptionSpec } from "../options.ts";
import { UsageError } from "../usage-error.ts";
import { SecretsTask } from "./task.ts";

/** What one of the secrets commands does; gives the exit code. */
type Work = (task: SecretsTask) => number | Promise<number>;

/** Each is loaded when it is asked for. */
const TASKS: Readonly<Record<string, { readonly summary: string; load(): Promise<Work> }>> = {
  createkeys: {
    summary: "Make a pair of keys",
    load: async () => (await import("./createkeys.ts")).createKeys,
  },
  encrypt: {
    summary: "Encrypt a text, a file, or the DEC::PKCS7[...]! marks of a data file",
    load: async () => (await import("./encrypt.ts")).encrypt,
  },
  decrypt: {
    summary: "Decrypt a text, a file or the values of a data file",
    load: async () => (await import("./decrypt.ts")).decrypt,
  },
  edit: {
    summary: "Edit a data file with its values in plain text; only what changes is encrypted again",
    load: async () => (await import("./edit.ts")).edit,
  },
  recrypt: {
    summary: "Encrypt every value of data files again, for the recipients as they are now",
    load: async () => (await import("./recrypt.ts")).recrypt,
  },
  audit: {
    summary: "Tell who can read which values, without any private key; exit code 1 when something is wrong",
    load: async () => (await import("./audit.ts")).audit,
  },
  doctor: {
    summary: "Find out which link between a value and its key is broken",
    load: async () => (await import("./doctor.ts")).doctor,
  },
};

const OWN_OPTIONS: readonly OptionSpec[] = [
  { name: "string", short: "s", value: "TEXT", help: "encrypt, decrypt: this text" },
  { name: "file", short: "f", value: "FILE", help: "encrypt, decrypt: the contents of this file" },
  { name: "stdin", help: "encrypt, decrypt: what standard input says" },
  { name: "password", short: "p", help: "encrypt: a password asked for at the terminal" },
  { name: "eyaml", short: "e", value: "FILE", help: "encrypt, decrypt: the values in this data file" },
  { name: "for", value: "FILE", help: "encrypt, decrypt: with the keys that this data file has" },
  { name: "output", short: "o", value: "FORMAT", help: "encrypt: string, block or examples" },
  { name: "label", short: "l", value: "KEY", help: "encrypt: write KEY: before the value" },
  { name: "encrypt_method", short: "n", value: "SCHEME", help: "pkcs7 or gpg" },
  {
    name: "change_encryption",
    short: "d",
    value: "SCHEME",
    help: "recrypt: encrypt everything in this scheme",
  },
  { name: "no_preamble", help: "edit: leave out the lines that explain" },
  { name: "force", help: "createkeys: replace keys that are there" },
  {
    name: "pkcs7_subject",
    value: "NAME",
    help: "createkeys: the certificate's subject, such as /CN=production",
  },
  { name: "pkcs7_keysize", value: "BITS", help: "createkeys: the size of the key" },
  {
    name: "user",
    value: "NAME",
    help: "createkeys for gpg: whose key it is, such as 'Ops <ops@example.com>'",
  },
  { name: "json", help: "audit, doctor: as JSON" },
];

export const secrets: Command = {
  name: "secrets",
  usage: "secrets COMMAND [OPTION...] [FILE...]",
  summary: `Keys and encrypted values, as eyaml does: ${Object.keys(TASKS).join(", ")}`,
  options: [
    ...OWN_OPTIONS,
    ...Object.entries(SECRET_OPTIONS).map(([name, help]) => ({ name, value: "VALUE", help })),
    { name: "verbose", short: "v", help: "Tell more" },
  ],
  settings: false,
  async run(invocation) {
    const [name, ...files] = invocation.positionals;
    if (name === undefined) return overview(invocation);
    const work = await taskNamed(name).load();
    const task = new SecretsTask({ ...invocation, positionals: files });
    try {
      return await work(task);
    } catch (error) {
      if (!(error instanceof SecretFailure)) throw error;
      task.fail(error);
      return 1;
    }
  },
};

function taskNamed(name: string): (typeof TASKS)[string] {
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (task) return task;
  const hint = didYouMean(name, Object.keys(TASKS));
  throw new UsageError(`Unknown command 'secrets ${name}'.${hint ? ` ${hint}` : ""}`);
}

function overview({ terminal }: Invocation): number {
  const lines = Object.entries(TASKS).map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`);
  terminal.out(`Usage: nostrings secrets COMMAND [OPTION...] [FILE...]\n\n${lines.join("\n")}\n`);
  return 0;
}
