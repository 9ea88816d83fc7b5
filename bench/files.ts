import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Appliers, Experiment } from "./experiment.ts";

/** A thousand files as they should be, and ten thousand; also as promises of CFEngine. */
export function files(folder: string, { nostrings, puppet }: Appliers): Experiment {
  const thousand = filePromises(folder, 1000);
  const tenThousand = filePromises(folder, 10_000);
  return {
    title: "Converged files",
    commands: {
      nostrings: nostrings(thousand.manifest),
      puppet: puppet(thousand.manifest),
      cfengine: ["cf-agent", "-K", "-f", thousand.policy],
      "nostrings, 10,000 files": nostrings(tenThousand.manifest),
    },
    promises: [
      { what: "1,000 files to Puppet", of: "nostrings", to: "puppet", atMost: 1 / 15 },
      { what: "1,000 files to CFEngine", of: "nostrings", to: "cfengine", atMost: 1 },
      { what: "10,000 files to 1,000", of: "nostrings, 10,000 files", to: "nostrings", atMost: 12 },
      {
        what: "peak memory at 1,000 files to Puppet",
        of: "nostrings",
        to: "puppet",
        atMost: 1,
        measure: "megabytes",
      },
    ],
  };
}

/** The same files promised to Puppet (and nostrings) and to CFEngine. */
interface FilePromises {
  readonly manifest: string;
  readonly policy: string;
}

/** Write a manifest and a policy that keep `count` files with content and mode under `folder`. */
function filePromises(folder: string, count: number): FilePromises {
  const target = join(folder, `files-${count}`);
  mkdirSync(target, { recursive: true });
  const paths = Array.from({ length: count }, (_, i) => join(target, `file-${i}`));
  const manifest = join(folder, `files-${count}.pp`);
  writeFileSync(manifest, paths.map(puppetFile).join(""));
  const policy = join(folder, `files-${count}.cf`);
  writeFileSync(policy, cfengine(paths), { mode: 0o600 });
  return { manifest, policy };
}

function puppetFile(path: string): string {
  return `file { '${path}':\n  ensure  => file,\n  mode    => '0644',\n  content => "content of ${path}\\n",\n}\n`;
}

function cfengine(paths: readonly string[]): string {
  const promises = paths.map(
    (path) => `    "${path}"\n      create => "true", perms => plain, content => "content of ${path}\n";\n`,
  );
  return `body perms plain\n{\n  mode => "0644"; rxdirs => "false";\n}\nbundle agent main\n{\n  files:\n${promises.join("")}}\n`;
}
