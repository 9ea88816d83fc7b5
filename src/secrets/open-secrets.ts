import type { Surroundings } from "./key-source.ts";
import { decryptGpg, encryptGpg, type Rings } from "./openpgp/gpg.ts";
import type { SecretOptions } from "./options.ts";
import { decryptPkcs7, encryptPkcs7 } from "./pkcs7/pkcs7.ts";
import { SecretFailure } from "./secret-failure.ts";
import { replaceTokens, type Scheme, schemeNamed, type Token, tokensOf } from "./tokens.ts";

/** What surrounds the secrets of one run. */
export interface SecretsContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly warn: (message: string) => void;
  /** Told of every text as soon as it is decrypted, before anybody can say it. */
  readonly secret: (text: string) => void;
}

/** Something encrypted in a data file, and the options of the hierarchy entry that the file belongs to. */
export interface Encrypted {
  readonly text: string;
  readonly options: SecretOptions;
  /** The directory of the hiera.yaml, which keys are looked for in first. */
  readonly root?: string | undefined;
  /** The texts in the plain text that are secrets by themselves; by default the whole. */
  readonly secretsIn?: ((plain: string) => Iterable<string>) | undefined;
}

/** Opens and makes encrypted values; whatever it opens is a secret from then on. */
export class Secrets {
  readonly #context: SecretsContext;
  readonly #rings: Rings = new Map();
  readonly #warned = new Set<string>();

  constructor(context: SecretsContext) {
    this.#context = context;
  }

  /** A text with its tokens decrypted; throws SecretFailure. */
  decrypt({ text, options, root, secretsIn = whole }: Encrypted): string {
    return replaceTokens(text, (token) => {
      const plain = this.#plain(token, options, this.surroundings(root));
      for (const secret of secretsIn(plain)) this.#context.secret(secret);
      return plain;
    });
  }

  /** The plain text of the single token that a text is. */
  decryptToken(token: Token, options: SecretOptions, root?: string): string {
    const plain = this.#plain(token, options, this.surroundings(root));
    this.#context.secret(plain);
    return plain;
  }

  /** Encrypt a text for a data file; it is a secret from now on, too. */
  encrypt(
    scheme: Scheme,
    text: string,
    file: string | undefined,
    options: SecretOptions,
    root?: string,
  ): Buffer {
    this.#context.secret(text);
    const surroundings = this.surroundings(root);
    return scheme === "PKCS7"
      ? encryptPkcs7(text, options, surroundings)
      : encryptGpg(text, file, options, surroundings);
  }

  /** Where keys are looked for; what is odd about them is said once. */
  surroundings(root: string | undefined): Surroundings {
    const warn = (message: string) => {
      if (this.#warned.has(message)) return;
      this.#warned.add(message);
      this.#context.warn(message);
    };
    const roots = root === undefined ? [process.cwd()] : [root, process.cwd()];
    return { env: this.#context.env, roots, warn, secret: this.#context.secret };
  }

  #plain({ scheme, bytes }: Token, options: SecretOptions, surroundings: Surroundings): string {
    const plain =
      schemeNamed(scheme) === "PKCS7"
        ? decryptPkcs7(bytes, options, surroundings)
        : decryptGpg(bytes, options, surroundings, this.#rings);
    return textOf(plain);
  }
}

/** The scheme of the first token of a text. */
export function schemeOf(text: string): Scheme | undefined {
  const [first] = tokensOf(text);
  return first && schemeNamed(first.scheme);
}

/** Values are texts; bytes that are none come from damage or a wrong key, or belong into a Binary. */
function textOf(plain: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    throw new SecretFailure(
      "What it decrypts to is no text in UTF-8: it is damaged, or is binary data",
      "Binary data goes into a value as base64",
    );
  }
}

function* whole(plain: string): Iterable<string> {
  yield plain;
}
