import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readRegularText } from "../../source/read-file.ts";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";
import { type Scheme, schemeNamed } from "../tokens.ts";
import { entryForFile, optionsFor } from "./entry-for-file.ts";
import { configFor, hieraEntries } from "./hiera-entries.ts";

/** Which keys a command uses for a file, and where relative paths of them begin. */
export interface KeyChoice {
  readonly options: SecretOptions;
  readonly root: string | undefined;
  readonly scheme: Scheme;
}

const DEFAULTS: SecretOptions = {
  pkcs7_private_key: "./keys/private_key.pkcs7.pem",
  pkcs7_public_key: "./keys/public_key.pkcs7.pem",
};

/**
 * Keys for a data file, or for none in particular: what the command line says, then the entry of the nearest
 * hiera.yaml that reads the file, then eyaml's configuration, then eyaml's defaults.
 */
export function chooseKeys(
  file: string | undefined,
  given: SecretOptions,
  method: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): KeyChoice {
  const config = file === undefined ? siteConfig() : configFor(file);
  const entries = config === undefined ? [] : hieraEntries(config);
  const found = file === undefined ? undefined : entryForFile(file, entries);
  const eyaml = eyamlConfig(env);
  const configured = found ? optionsFor(found) : {};
  const options = { ...DEFAULTS, ...eyaml, ...configured, ...withoutUndefined(given) };
  const name = method ?? (found ? methodOf(configured) : undefined) ?? eyaml.encrypt_method ?? "pkcs7";
  return { options, root: found?.entry.root, scheme: schemeNamed(name) };
}

/** An entry that only has keys of one scheme wants that. */
function methodOf(options: SecretOptions): string | undefined {
  const names = Object.keys(options);
  const gpg = names.some((name) => name.startsWith("gpg_"));
  const pkcs7 = names.some((name) => name.startsWith("pkcs7_"));
  if (gpg === pkcs7) return options.encrypt_method;
  return gpg ? "gpg" : "pkcs7";
}

function siteConfig(): string | undefined {
  return existsSync("hiera.yaml") ? "hiera.yaml" : undefined;
}

function withoutUndefined(options: SecretOptions): SecretOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** The configuration of the eyaml command: each later file wins, `$EYAML_CONFIG` over all. */
export function eyamlConfig(env: Readonly<Record<string, string | undefined>>): SecretOptions {
  const files = ["/etc/eyaml/config.yaml", join(env.HOME ?? "/", ".eyaml/config.yaml"), env.EYAML_CONFIG];
  return Object.assign(
    {},
    ...files.filter((file) => file !== undefined && existsSync(file)).map((file) => read(file!)),
  );
}

function read(file: string): SecretOptions {
  try {
    const data: unknown = parse(readRegularText(file));
    const entries = Object.entries((data ?? {}) as Record<string, unknown>);
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  } catch {
    throw new SecretFailure(`Could not open config file "${file}" for reading`);
  }
}
