import type { Log } from "../diagnostics/log.ts";
import type { Decrypt } from "../hiera/backends/eyaml-text.ts";
import type { Redactor } from "../report/redactor.ts";
import { Secrets } from "../secrets/open-secrets.ts";
import type { SecretOptions } from "../secrets/options.ts";
import { ownVariables } from "../secrets/own-variables.ts";
import { SecretFailure } from "../secrets/secret-failure.ts";
import { stubSecret } from "../secrets/stub.ts";
import type { Hash } from "../values/hash.ts";

/** Opens the encrypted values of a site for one run; the redactor knows each before anybody else does. */
export function decryption(log: Log, redactor: Redactor, stub: boolean): Decrypt {
  const secrets = new Secrets({
    env: { ...process.env, ...ownVariables() },
    warn: (message) => log({ level: "warning", message }),
    secret: (text) => redactor.register(text),
  });
  const decrypt: Decrypt = ({ text, options, root, secretsIn }) =>
    secrets.decrypt({ text, options: secretOptions(options), root, secretsIn });
  return stub ? stubbed(decrypt) : decrypt;
}

/** Checking a site needs no key: a placeholder stands for what cannot be decrypted. */
function stubbed(decrypt: Decrypt): Decrypt {
  return (encrypted) => {
    try {
      return decrypt(encrypted);
    } catch (error) {
      if (error instanceof SecretFailure) return stubSecret(encrypted.key);
      throw error;
    }
  };
}

/** The options of a hierarchy entry; hiera-eyaml takes their values as texts, whatever YAML made of them. */
export function secretOptions(options: Hash): SecretOptions {
  const texts = [...options].map(([name, value]) => [
    String(name).replace(/^:/, ""),
    Array.isArray(value) ? value.join(",") : value === null ? undefined : String(value),
  ]);
  return Object.fromEntries(texts) as SecretOptions;
}
