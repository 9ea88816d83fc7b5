import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { consoleOf } from "./console-run.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "foretold-"));
  mkdirSync(join(directory, "old/sub"), { recursive: true });
  writeFileSync(join(directory, "old/a"), "a");
  writeFileSync(join(directory, "old/sub/b"), "b");
  writeFileSync(join(directory, "there"), "was\n");
  chmodSync(join(directory, "there"), 0o600);
  symlinkSync("nowhere", join(directory, "link"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What manifests change in a directory that has old/a, old/sub/b, a file `there` and a link `link`. */
const MANIFESTS: readonly (readonly [what: string, manifest: string])[] = [
  [
    "contents, modes and links",
    `file { 'DIR/there': content => "x", mode => '0644' } file { 'DIR/link': target => 'there' }`,
  ],
  [
    "a directory and what is put in it",
    `file { 'DIR/n': ensure => directory } file { 'DIR/n/f': content => 'x' }`,
  ],
  [
    "a purged directory",
    `file { 'DIR/old': ensure => directory, recurse => true, purge => true, force => true, recurselimit => 1 }`,
  ],
  ["modes of all in a directory", `file { 'DIR/old': ensure => directory, recurse => true, mode => '0640' }`],
  [
    "a copied directory",
    `file { 'DIR/copy': ensure => directory, recurse => true, source => 'DIR/old', mode => 'u=rwx,go=' }`,
  ],
  [
    "what is removed",
    `file { 'DIR/old': ensure => absent, force => true } file { 'DIR/there': ensure => absent }`,
  ],
  [
    "refreshes, and refreshes of refreshes",
    `file { 'DIR/there': content => 'x' } ~> exec { '/bin/echo 1': refreshonly => true }
     ~> exec { '/bin/echo 2': refreshonly => true } ~> exec { '/bin/echo 3': creates => 'DIR/old' }`,
  ],
  [
    "refreshes of containers",
    `class a { file { 'DIR/there': content => 'x' } } class b { exec { '/bin/echo b': refreshonly => true } }
     include a, b Class[a] ~> Class[b]`,
  ],
  [
    "conditions that hold already",
    `exec { '/bin/echo no': unless => '/bin/true' } exec { '/bin/echo yes': onlyif => '/usr/bin/test -e DIR/there' }`,
  ],
  ["what is skipped", `notify { 'never': schedule => never } notify { 'tagged': tag => 'x' }`],
];

/** Which states of which resources are told of, and which refreshes: without the words for whether it was done. */
function subjects(said: string): string[] {
  return said.split("\n").flatMap((line) => {
    const refresh = /^Notice: (\/Stage.*?): (?:Triggered|Would have triggered) 'refresh' from (\d+)/.exec(
      line,
    );
    if (refresh) return [`${refresh[1]} refreshed from ${refresh[2]}`];
    const change = /^Notice: (\/Stage\S.*?\]\/\w+): (?!.*Not removing)/.exec(line);
    return change && !line.includes("Exec[/bin/echo") ? [change[1]!] : execSubject(line);
  });
}

function execSubject(line: string): string[] {
  const ran = /^Notice: (\/.*Exec\[.*\]\/returns): (?:executed successfully|current_value 'notrun')/.exec(
    line,
  );
  return ran ? [ran[1]!] : [];
}

describe("a dry run foretells what the run then does, and nothing is left to be done", () => {
  test.each(MANIFESTS)("%s", async (_what, manifest) => {
    const code = manifest.replaceAll("DIR", directory);
    const foretold = subjects(await consoleOf(code, ["--noop"]));
    expect(subjects(await consoleOf(code, []))).toEqual(foretold);
    const again = await consoleOf(code, ["--noop"]);
    const always = foretold.filter((one) => /Exec\[\S+ yes\]|Notify/.test(one));
    expect(subjects(again)).toEqual(always);
  });
});
