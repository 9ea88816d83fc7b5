import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { SecretOptions } from "../options.ts";
import { SecretFailure } from "../secret-failure.ts";

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
    const data: unknown = parse(readFileSync(file, "utf8"));
    const entries = Object.entries((data ?? {}) as Record<string, unknown>);
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  } catch {
    throw new SecretFailure(`Could not open config file "${file}" for reading`);
  }
}
