import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Appliers, Experiment } from "./experiment.ts";

const LAYERS = 8;
const KEYS = 200;
const LOOKUPS = 1000;

/** Looking keys up in layers of YAML, all in one process. */
export function lookups(folder: string, { nostrings, puppet }: Appliers): Experiment {
  const site = join(folder, "lookups");
  mkdirSync(join(site, "data/Linux"), { recursive: true });
  const layers = Array.from({ length: LAYERS }, (_, i) => `layer${i}`);
  const config = join(site, "hiera.yaml");
  writeFileSync(config, hierarchy(layers));
  for (const layer of layers) writeFileSync(join(site, "data/Linux", `${layer}.yaml`), keysOf(layer));
  const manifest = join(site, "site.pp");
  const looked = Array.from(
    { length: LOOKUPS },
    (_, i) => `$v${i} = lookup('layer${i % LAYERS}::key${i % KEYS}')\n`,
  );
  writeFileSync(manifest, `${looked.join("")}notice($v${LOOKUPS - 1})\n`);
  const args = ["--noop", "--hiera_config", config, manifest];
  return {
    title: "1,000 lookups through 8 layers of 200 keys",
    commands: { nostrings: nostrings(...args), puppet: puppet(...args) },
    promises: [{ what: "1,000 lookups to Puppet", of: "nostrings", to: "puppet", atMost: 1 / 10 }],
  };
}

function hierarchy(layers: readonly string[]): string {
  const levels = layers.map((layer) => `  - name: ${layer}\n    path: "%{facts.kernel}/${layer}.yaml"\n`);
  return `version: 5\ndefaults:\n  datadir: data\n  data_hash: yaml_data\nhierarchy:\n${levels.join("")}`;
}

function keysOf(layer: string): string {
  const lines = Array.from(
    { length: KEYS },
    (_, i) => `${layer}::key${i}: "value ${i} on %{facts.kernel}"\n`,
  );
  return lines.join("");
}
