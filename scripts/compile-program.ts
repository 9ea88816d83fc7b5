/**
 * Runs the built program on what runs usually do, and keeps the code that V8 has compiled for that: the next starts
 * need not compile it. Changes nothing but dist/ and a folder of its own.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundledProgram, COMPILED_CODE } from "../src/bundled-program.ts";

const dist = resolve("dist");
const program = bundledProgram(dist);
const folder = mkdtempSync(join(tmpdir(), "nostrings-build-"));
const places = ["confdir", "codedir", "vardir", "rundir"].map((name) => `--${name}=${join(folder, name)}`);
const commandLines = [
  ["apply", ...places, "-e", ""],
  ["apply", ...places, manifest()],
  ["apply", ...places, manifest()],
  ["apply", ...places, "--noop", manifest()],
];

const { exit } = process;
process.exit = ((code: number) => {
  if (code !== 0) exit(code);
  setImmediate(next);
}) as typeof exit;
next();

/** A run ends the process; here that begins the next one. */
function next(): void {
  const commandLine = commandLines.shift();
  if (commandLine === undefined) finish();
  else run(commandLine);
}

function run(commandLine: readonly string[]): void {
  process.argv = [process.execPath, "nostrings", ...commandLine];
  program.run();
}

function finish(): void {
  writeFileSync(join(dist, COMPILED_CODE), program.script.createCachedData());
  rmSync(folder, { recursive: true });
}

function manifest(): string {
  const file = join(folder, "site.pp");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `class motd(String $text, Integer $times = 2) {
  $lines = Integer[1, $times].map |$i| { "\${i}: \${text} on \${facts['os']['family']}" }
  if $text =~ /^H(.*)$/ and $times > 1 { notify { "said \${1}": message => $lines.join("\\n") } }
  file { '${folder}/motd':
    ensure  => file,
    mode    => '0644',
    content => $lines.join("\\n"),
  } -> motd::part { ['a', 'b']: require => File['${folder}/motd'] }
}
define motd::part(Hash[String, Integer] $sizes = { 'one' => 1 }) {
  $sizes.each |$name, $size| { notify { "\${title} \${name}": message => sprintf('%d', $size) } }
}
class { 'motd': text => 'Hello' }
case $facts['kernel'] { 'Linux': { $word = 'penguin' } default: { $word = undef } }
exec { '/bin/true': unless => '/bin/true', subscribe => Class['motd'] }
`,
  );
  return file;
}
