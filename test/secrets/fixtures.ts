import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Secrets } from "../../src/secrets/open-secrets.ts";
import type { SecretOptions } from "../../src/secrets/options.ts";

const FOLDER = join(import.meta.dirname, "fixtures");

/** The path of a fixture. */
export function fixture(name: string): string {
  return join(FOLDER, name);
}

export function fixtureText(name: string): string {
  return readFileSync(fixture(name), "utf8");
}

/** The messages of a file, by name. */
export function messages(name: string): ReadonlyMap<string, Buffer> {
  const lines = fixtureText(name).trim().split("\n");
  return new Map(
    lines
      .map((line) => line.split(" "))
      .map(([key = "", base64 = ""]) => [key, Buffer.from(base64, "base64")]),
  );
}

/** Decrypting in an environment of its own; what it warned of and what it registered is kept. */
export function keeper(env: Readonly<Record<string, string>> = {}) {
  const warnings: string[] = [];
  const registered: string[] = [];
  const secrets = new Secrets({
    env,
    warn: (message) => warnings.push(message),
    secret: (text) => registered.push(text),
  });
  const open = (text: string, options: SecretOptions) => secrets.decrypt({ text, options, root: FOLDER });
  return { secrets, warnings, registered, open };
}

/** What opening says: the text, or why not. */
export function outcome(work: () => string): string {
  try {
    return work();
  } catch (error) {
    return `${error instanceof Error ? error.name : ""}: ${error instanceof Error ? error.message : error}`;
  }
}
