import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The same files promised to Puppet (and nostrings) and to CFEngine. */
export interface FilePromises {
  readonly manifest: string;
  readonly policy: string;
}

/** Write a manifest and a policy that keep `count` files with content and mode under `folder`. */
export function filePromises(folder: string, count: number): FilePromises {
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
