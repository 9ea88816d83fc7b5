import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Appliers, Experiment } from "./experiment.ts";

const VALUES = 100;
const KEY = "Bench <bench@example.com>";

/** Decrypting OpenPGP values: many must cost each little more than one costs, start of the engine included. */
export function secrets(folder: string, main: string, { nostrings }: Appliers): Experiment {
  const site = join(folder, "secrets");
  mkdirSync(site);
  const program = (...args: string[]): string =>
    execFileSync(process.execPath, [main, "secrets", ...args], {
      cwd: site,
      encoding: "utf8",
      stdio: "pipe",
    });
  const pair = ["--gpg-private-key", "private.asc", "--gpg-public-keys", "public.asc"];
  program("createkeys", "--encrypt-method", "gpg", "--user", KEY, ...pair);
  const recipient = ["--gpg-public-keys", "public.asc", "--gpg-recipients", "bench@example.com"];
  const encrypt = ["encrypt", "--output", "string", "--encrypt-method", "gpg", ...recipient];
  const values = Array.from({ length: VALUES }, (_, i) => {
    return `key${i}: "${program(...encrypt, "--string", `secret ${i}`).trim()}"\n`;
  });
  writeFileSync(join(site, "data.yaml"), values.join(""));
  writeFileSync(join(site, "hiera.yaml"), HIERARCHY);
  const reading = (count: number) => {
    const manifest = join(site, `read${count}.pp`);
    const looked = Array.from({ length: count }, (_, i) => `$v${i} = lookup('key${i}')\n`);
    writeFileSync(manifest, looked.join(""));
    return nostrings("--noop", "--hiera_config", join(site, "hiera.yaml"), manifest);
  };
  return {
    title: "OpenPGP values",
    commands: { "one value": reading(1), "100 values": reading(VALUES) },
    promises: [
      { what: "100 OpenPGP values to one", of: "100 values", to: "one value", atMost: 1.2 * VALUES },
    ],
  };
}

const HIERARCHY = `version: 5
hierarchy:
  - name: secrets
    lookup_key: eyaml_lookup_key
    datadir: .
    path: data.yaml
    options:
      gpg_private_key: private.asc
`;
