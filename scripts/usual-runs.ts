import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BundledProgram } from "../src/launch/bundled-program.ts";

/**
 * Run a program on what runs usually do, so that V8 has compiled what they need. Changes nothing but a folder of its
 * own, which it removes. `resources` says whether files and commands are among the resources: for those, Node.js loads
 * modules that other runs do without.
 */
export async function doUsualRuns(
  program: BundledProgram,
  { resources }: { resources: boolean },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nostrings-build-"));
  const places = ["confdir", "codedir", "vardir", "rundir"].map((name) => `--${name}=${join(folder, name)}`);
  const site = manifest(folder, resources);
  const { argv, exit } = process;
  try {
    for (const run of [["-e", ""], [site], [site], ["--noop", site]]) {
      process.argv = [process.execPath, "nostrings", "apply", ...places, ...run];
      await ended(program, exit);
    }
  } finally {
    Object.assign(process, { argv, exit });
    rmSync(folder, { recursive: true });
  }
}

/** A run ends the process; here that ends the run. */
function ended(program: BundledProgram, exit: typeof process.exit): Promise<void> {
  return new Promise((resolve) => {
    process.exit = ((code: number) => {
      if (code !== 0) exit(code);
      setImmediate(resolve);
    }) as typeof exit;
    program.load().main();
  });
}

function manifest(folder: string, resources: boolean): string {
  const file = join(folder, "site.pp");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, resources ? LANGUAGE + managed(folder) : LANGUAGE);
  return file;
}

const LANGUAGE = `class motd(String $text, Integer $times = 2) {
  $lines = Integer[1, $times].map |$i| { "\${i}: \${text} on \${facts['os']['family']}" }
  if $text =~ /^H(.*)$/ and $times > 1 { notify { "said \${1}": message => $lines.join("\\n") } }
  notify { 'first': } -> motd::part { ['a', 'b']: require => Notify['first'] }
}
define motd::part(Hash[String, Integer] $sizes = { 'one' => 1 }) {
  $sizes.each |$name, $size| { notify { "\${title} \${name}": message => sprintf('%d', $size) } }
}
class { 'motd': text => 'Hello' }
case $facts['kernel'] { 'Linux': { $word = 'penguin' } default: { $word = undef } }
`;

function managed(folder: string): string {
  return `file { '${folder}/motd':
  ensure  => file,
  mode    => '0644',
  content => 'Hello',
}
exec { '/bin/true': unless => '/bin/true', subscribe => Class['motd'] }
`;
}
