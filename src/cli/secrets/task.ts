import { readFileSync } from "node:fs";
import { Failure } from "../../diagnostics/failure.ts";
import { Redactor } from "../../report/redactor.ts";
import type { Terminal } from "../../report/terminal.ts";
import type { FileKeys } from "../../secrets/file/edit-session.ts";
import { Secrets } from "../../secrets/open-secrets.ts";
import { SECRET_OPTIONS, type SecretOptions } from "../../secrets/options.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import { chooseKeys, type KeyChoice } from "../../secrets/site/key-choice.ts";
import type { Scheme } from "../../secrets/tokens.ts";
import { readRegularText } from "../../source/read-file.ts";
import type { Invocation } from "../command.ts";
import type { Options } from "../options.ts";
import { UsageError } from "../usage-error.ts";

/** One run of a secrets command: its arguments, and keys for the files it works on. */
export class SecretsTask {
  readonly options: Options;
  readonly files: readonly string[];
  readonly terminal: Terminal;
  readonly secrets: Secrets;
  readonly #redactor = new Redactor();

  constructor({ options, positionals, terminal }: Invocation) {
    this.options = options;
    this.files = positionals;
    this.terminal = terminal;
    this.secrets = new Secrets({
      env: process.env,
      warn: (message) => terminal.err(`Warning: ${this.#redactor.redact(message)}\n`),
      secret: (text) => this.#redactor.register(text),
    });
  }

  /** The options about keys on the command line. */
  get given(): SecretOptions {
    const names = [...Object.keys(SECRET_OPTIONS), "pkcs7_subject", "pkcs7_keysize"];
    return Object.fromEntries(names.map((name) => [name, this.options.value(name)]));
  }

  /** The keys for a data file, or for nothing in particular. */
  keysFor(file: string | undefined): KeyChoice {
    return chooseKeys(file, this.given, this.options.value("encrypt_method"), process.env);
  }

  /** What decrypts and encrypts the values of a data file. */
  fileKeys(file: string): FileKeys {
    const { options, root } = this.keysFor(file);
    return {
      decrypt: (token) => this.secrets.decryptToken(token, options, root),
      encrypt: (scheme: Scheme, plain: string) => this.secrets.encrypt(scheme, plain, file, options, root),
    };
  }

  /** The files named; at least one. */
  someFiles(): readonly string[] {
    if (this.files.length === 0) throw new UsageError("You must specify an eyaml file");
    return this.files;
  }

  /** Tell a person something, apart from the result. */
  tell(message: string): void {
    this.terminal.err(`${this.#redactor.redact(message)}\n`);
  }

  fail({ message, hint }: SecretFailure, where?: string): void {
    const before = where === undefined ? "" : `${where}: `;
    this.tell(`Error: ${before}${message}${hint === undefined ? "" : `\n  ${hint}`}`);
  }
}

/** The contents of a data file. */
export function readDataFile(path: string): string {
  try {
    return path === "-" ? readFileSync(0, "utf8") : readRegularText(path);
  } catch (error) {
    if (error instanceof Failure) throw new SecretFailure(error.message);
    const { code } = error as NodeJS.ErrnoException;
    throw new SecretFailure(`Could not open file for reading: ${path} (${code})`);
  }
}
