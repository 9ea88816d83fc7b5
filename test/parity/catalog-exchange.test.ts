import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PROGRAM = resolve(import.meta.dirname, "../../src/main.ts");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nostrings-exchange-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function nostrings(...args: string[]): string {
  const places = ["confdir", "codedir", "vardir", "rundir"].map((name) => `--${name}=${join(folder, name)}`);
  return execFileSync(process.execPath, [PROGRAM, args[0]!, ...places, ...args.slice(1)], {
    encoding: "utf8",
  });
}

function puppet(...args: string[]): string {
  return execFileSync("puppet", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** A site whose catalog has files, relationships, a define, a class, secrets and values JSON lacks. */
function manifest(): string {
  const path = join(folder, "site.pp");
  writeFileSync(
    path,
    `
    define note($text) {
      file { "${folder}/\${title}": content => $text, mode => '0640' }
    }
    class notes($all) {
      $all.each |$title, $text| { note { $title: text => $text } }
    }
    class { 'notes': all => { 'one' => 'first', 'two' => 'second' } }
    file { '${folder}/secret': content => Sensitive('hidden'), mode => 'u=rw,go=' }
    Class['notes'] -> File['${folder}/secret'] ~> exec { '/usr/bin/touch ${folder}/refreshed': refreshonly => true }
    `,
  );
  return path;
}

function result(): Record<string, string> {
  const files = ["one", "two", "secret", "refreshed"].map((name) => {
    const path = join(folder, name);
    return [name, `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, "utf8")}`];
  });
  return Object.fromEntries(files);
}

const EXPECTED = { one: "640 first", two: "640 second", secret: "600 hidden", refreshed: "644 " };

describe("catalogs are exchanged with the real Puppet", () => {
  it("one of Puppet's is applied here", () => {
    const printed = puppet(
      "catalog",
      "compile",
      "exchanged",
      "--manifest",
      manifest(),
      "--render-as",
      "json",
    );
    writeFileSync(join(folder, "catalog.json"), printed.slice(printed.indexOf("{")));
    nostrings("apply", "--catalog", join(folder, "catalog.json"));
    expect(result()).toEqual(EXPECTED);
  });

  it("one of ours is applied by Puppet", () => {
    writeFileSync(join(folder, "catalog.json"), nostrings("compile", manifest()));
    puppet("apply", "--catalog", join(folder, "catalog.json"));
    expect(result()).toEqual(EXPECTED);
  });
});
