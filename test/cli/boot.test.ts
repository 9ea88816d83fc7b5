import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prioritised } from "../../src/boot/boot-log.ts";
import { instanceOf } from "../../src/boot/instance.ts";
import { treeDigest } from "../../src/boot/tree-digest.ts";
import { Workshop } from "./program.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
  mkdirSync(join(workshop.path, "site/manifests"), { recursive: true });
});
afterEach(() => workshop.remove());

const PLACES = ["confdir", "codedir", "vardir", "rundir"];

function boot(...argv: string[]) {
  const places = PLACES.map((name) => `--${name}=${join(workshop.path, name)}`);
  return workshop.run(["boot", ...places, "--lock-deadline=0", ...argv]);
}

/** Boot from a site of one manifest; `PATH` in it is the workshop. */
function bootFrom(manifest: string, ...argv: string[]) {
  writeFileSync(join(workshop.path, "site/manifests/site.pp"), manifest.replaceAll("PATH", workshop.path));
  return boot(join(workshop.path, "site"), ...argv);
}

async function status(...argv: string[]) {
  return workshop.run(["status", `--rundir=${join(workshop.path, "rundir")}`, ...argv]);
}

describe("boot", () => {
  it("applies once, and again when the site is another one or it is told to", async () => {
    const manifest = "exec { '/bin/sh -c \"echo x >> PATH/log\"': }";
    const ends = [await bootFrom(manifest), await bootFrom(manifest), await bootFrom(manifest, "--force")];
    ends.push(await bootFrom(`${manifest} notice('more')`));
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(ends[1]!.text).toContain("Boot done: Nothing to do: configured on ");
    expect(readFileSync(join(workshop.path, "log"), "utf8")).toBe("x\nx\nx\n");
  });

  it("applies until nothing changes, with new facts each time", async () => {
    const manifest =
      "exec { '/bin/sh -c \"echo x >> PATH/log\"': unless => '/usr/bin/grep -c x PATH/log | /usr/bin/grep 2' }";
    const ended = await bootFrom(
      manifest.replace("exec", "Exec { path => '/bin', provider => shell }\nexec"),
      "--converge=5",
    );
    expect(ended.text).toContain("Boot done: Applied 3 times");
    expect(ended.code).toBe(0);
  });

  it("does not remember a dry run", async () => {
    await bootFrom("file { 'PATH/made': content => 'x' }", "--noop");
    expect(existsSync(join(workshop.path, "made"))).toBe(false);
    await bootFrom("file { 'PATH/made': content => 'x' }");
    expect(existsSync(join(workshop.path, "made"))).toBe(true);
  });

  it("is degraded when something still changes at the end", async () => {
    const ended = await bootFrom("exec { '/bin/true': }", "--converge=2");
    expect(ended.code).toBe(2);
    expect((await status()).text).toMatch(
      /^status: degraded\n(.*\n)*warning: Something still changes after 2 passes\n/,
    );
    expect((await status()).code).toBe(2);
  });

  it("leaves a machine as it is when the server of its next bundle is gone", async () => {
    const source = "https://127.0.0.1:2/app.nsb";
    const entry = { instance: instanceOf().id, digest: "0", source, state: "done", endedAt: "yesterday" };
    mkdirSync(join(workshop.path, "vardir/boot"), { recursive: true });
    writeFileSync(join(workshop.path, "vardir/boot/journal.json"), JSON.stringify(entry));
    const ended = await boot(source, "--deadline=1");
    expect(ended.text).toContain(
      "the connection is refused; this instance stays as it was configured before",
    );
    expect(ended.text).toContain("Boot degraded: Nothing to do: configured on yesterday");
    expect(ended.code).toBe(2);
  });

  it("leaves a machine alone that never comes to an end", async () => {
    const site = join(workshop.path, "site");
    writeFileSync(join(site, "manifests/site.pp"), "");
    const digest = await treeDigest(site);
    const entry = { instance: instanceOf().id, digest, source: site, state: "started", attempts: 10 };
    mkdirSync(join(workshop.path, "vardir/boot"), { recursive: true });
    writeFileSync(join(workshop.path, "vardir/boot/journal.json"), JSON.stringify(entry));
    expect((await boot(site)).text).toContain("It was begun 10 times and never came to an end");
    expect((await boot(site)).text).toContain("Boot done: Applied once");
  });

  const failing: readonly (readonly [
    what: string,
    manifest: string,
    argv: readonly string[],
    code: number,
    phase: string,
    says: string,
  ])[] = [
    ["a failed resource", "exec { '/bin/false': }", [], 4, "apply", "returned 1 instead of one of [0]"],
    ["a site that is wrong", "fail('no')", [], 1, "apply", "no"],
    ["a wrong digest", "", [`--sha256=${"0".repeat(64)}`], 1, "fetch", "is not what was announced"],
    ["a missing key", "", ["--private-key=/none"], 1, "key", "The private key cannot be read from /none"],
  ];
  it.each(failing)(
    "fails for %s, tells where, and tries again the next time",
    async (_, manifest, argv, code, phase, says) => {
      const ended = await bootFrom(manifest, ...argv);
      expect(ended.code).toBe(code);
      expect(ended.text).toContain(says);
      const told = await status("--json", "--wait");
      expect(JSON.parse(told.text)).toMatchObject({ status: "failed", phase, exitCode: code });
      expect(told.code).toBe(1);
      expect((await bootFrom(manifest, ...argv)).text).not.toContain("Nothing to do");
    },
  );

  it.each([
    [["http://h/app.nsb"], "is not fetched"],
    [["--deadline=soon", "/x"], `Invalid duration format '"soon"' for parameter: deadline`],
    [["/x", "/y"], "boot needs one bundle"],
  ])("that cannot even be asked for is a failed one: %j", async (argv, says) => {
    expect(await boot(...argv)).toMatchObject({ code: 1, text: expect.stringContaining(says) });
    expect((await status()).text).toMatch(/^status: failed\n/);
  });

  it("opens the site's data with the private key that a command gives", async () => {
    const demo = join(PROJECT, "hiera");
    const site = join(workshop.path, "site");
    mkdirSync(join(site, "data"));
    copyFileSync(join(demo, "environments/demo.yaml"), join(site, "data/demo.yaml"));
    const options = "gpg_private_key: env:NOSTRINGS_PRIVATE_KEY";
    const level = `{name: all, path: demo.yaml, lookup_key: eyaml_lookup_key, options: {${options}}}`;
    writeFileSync(join(site, "hiera.yaml"), `version: 5\nhierarchy: [${level}]\ndefaults: {datadir: data}\n`);
    const [key] = /^[\w:]+(?=:)/m.exec(readFileSync(join(demo, "environments/demo.yaml"), "utf8")) ?? [];
    const manifest = `$s = lookup('${key}') notice($s =~ NotUndef)`;
    const ended = await bootFrom(manifest, `--private-key=command:cat ${demo}/keys/demo-private.asc`);
    expect(ended.text).toContain("Scope(Class[main]): true");
    expect(ended.code).toBe(0);
  });

  it("gives the private key to the site's data, and not to the commands it runs", async () => {
    const key = join(workshop.path, "key");
    writeFileSync(key, "the key itself");
    await bootFrom("exec { '/bin/sh -c \"env > PATH/env\"': }", `--private-key=${key}`);
    expect(readFileSync(join(workshop.path, "env"), "utf8")).not.toContain("the key itself");
  });

  it("reads its options from a file, and the command line over them", async () => {
    const file = join(workshop.path, "boot.conf");
    writeFileSync(
      file,
      `# ours\nbundle = ${join(workshop.path, "site")}\nfact = x=of the file\n\nconverge=2\n`,
    );
    writeFileSync(join(workshop.path, "site/manifests/site.pp"), "notice($facts['x'])");
    expect((await boot(`--config=${file}`)).text).toContain("of the file");
    expect((await boot(`--config=${file}`, "--force", "--fact=x=of the line")).text).toContain("of the line");
    writeFileSync(file, "bundle\n");
    expect((await boot(`--config=${file}`)).text).toContain(
      "boot.conf: 'bundle' is not of the form 'name = value' (file: WORKSHOP/boot.conf, line: 1)",
    );
  });
});

describe("a status that nobody has written", () => {
  it("is not an error, unless it is waited for in vain", async () => {
    expect(await status()).toMatchObject({ code: 0, text: expect.stringMatching(/^status: not started\n/) });
    expect((await status("--wait", "--deadline=0")).code).toBe(1);
  });
});

it("lines for the journal begin with their priority", () => {
  const text = "Error: a\n  b\nWarning: c\nNotice: d\nInfo: e\nDebug: f\n\n";
  expect(prioritised(text)).toBe(
    "<3>Error: a\n<3>  b\n<4>Warning: c\n<5>Notice: d\n<6>Info: e\n<7>Debug: f\n\n",
  );
});
