import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debianRoot, removeRoot } from "./debian-root.ts";
import { type KeyFiles, signingKeys } from "./signing-keys.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/** A small Node application that carries how it is deployed. */
const APPLICATION = {
  "server.js": 'require("node:http").createServer((_, to) => to.end("hello")).listen(8080);\n',
  "package.json": '{ "name": "greeter", "version": "1.2.3", "main": "server.js" }\n',
  "node_modules/.keep": "",
  "deploy/hiera.yaml": "version: 5\n",
  "deploy/data/common.yaml": "greeter::port: 8080\n",
  "deploy/manifests/site.pp": "include greeter\n",
  "deploy/modules/greeter/files/greeter.service":
    "[Service]\nExecStart=/usr/bin/node /opt/greeter/server.js\nEnvironmentFile=/etc/greeter.env\nUser=greeter\n",
  "deploy/modules/greeter/manifests/init.pp": `class greeter(Integer $port) {
  user { 'greeter': ensure => present, system => true }
  -> file { '/opt/greeter': ensure => directory }
  -> exec { 'unpack': command => '/bin/tar xzf /root/greeter.tar.gz -C /opt/greeter --exclude ./deploy', creates => '/opt/greeter/server.js' }
  file { '/etc/greeter.env': content => "PORT=\${port}\\n", mode => '0640' }
  file { '/etc/systemd/system/greeter.service': source => 'puppet:///modules/greeter/greeter.service' }
}
`,
};

describe("an application's archive with deploy/ in it, on a Debian with neither Node nor Ruby", () => {
  const folder = mkdtempSync(join(tmpdir(), "application-"));
  const executable = join(folder, "nostrings");
  let keys: KeyFiles;
  let root: string;

  beforeAll(async () => {
    await execa(process.execPath, ["scripts/build-standalone.ts", "-o", executable], { cwd: PROJECT });
    keys = await signingKeys(folder, "deploy");
    for (const [path, text] of Object.entries(APPLICATION)) {
      mkdirSync(dirname(join(folder, "app", path)), { recursive: true });
      writeFileSync(join(folder, "app", path), text);
    }
    const site = join(folder, "app/deploy");
    await execa(executable, ["bundle", site, "-o", join(site, "app.nsb"), "--sign", keys.privateKey]);
    await execa("tar", ["czf", join(folder, "greeter.tar.gz"), "-C", join(folder, "app"), "."]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Run a command line of `sh` on the machine, which has not booted. */
  async function run(command: string) {
    const ran = await execa("chroot", [root, "/bin/sh", "-c", command], {
      all: true,
      reject: false,
      extendEnv: false,
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", LANG: "C.UTF-8" },
    });
    return { exitCode: ran.exitCode, text: ran.all };
  }

  async function machine(): Promise<void> {
    root = await debianRoot();
    await execa("mknod", ["-m", "666", join(root, "dev/null"), "c", "1", "3"]);
    copyFileSync(executable, join(root, "usr/bin/nostrings"));
    copyFileSync(join(folder, "greeter.tar.gz"), join(root, "root/greeter.tar.gz"));
  }

  function isDeployed(): void {
    expect(existsSync(join(root, "opt/greeter/server.js"))).toBe(true);
    expect(existsSync(join(root, "opt/greeter/deploy"))).toBe(false);
    expect(readFileSync(join(root, "etc/greeter.env"), "utf8")).toBe("PORT=8080\n");
    expect(readFileSync(join(root, "etc/passwd"), "utf8")).toContain("greeter:");
    expect(readFileSync(join(root, "etc/systemd/system/greeter.service"), "utf8")).toContain("ExecStart");
    expect(readdirSync(join(root, "run/nostrings"))).toEqual([]);
  }

  describe("whose folder is applied", () => {
    beforeAll(machine);
    afterAll(() => removeRoot(root));

    it("is deployed by one command, and left alone by the same command", async () => {
      expect((await run("command -v node ruby")).text).toBe("");
      const command = "cd /root; nostrings apply greeter.tar.gz//deploy --detailed-exitcodes";
      const first = await run(command);
      expect(first.text).not.toContain("Error");
      expect(first.exitCode).toBe(2);
      isDeployed();
      expect((await run(command)).exitCode).toBe(0);
    });
  });

  describe("whose signed bundle is applied", () => {
    beforeAll(machine);
    afterAll(() => removeRoot(root));
    const command = "nostrings apply /root/greeter.tar.gz//deploy/app.nsb";

    it("is refused by a machine that trusts somebody else", async () => {
      const trusted = join(root, "etc/nostrings/trusted.d");
      mkdirSync(trusted, { recursive: true });
      const others = await signingKeys(folder, "others");
      copyFileSync(others.publicKey, join(trusted, "others.asc"));
      const refused = await run(command);
      expect(refused.text).toContain("which is not trusted");
      expect(refused.exitCode).toBe(1);
      const unsigned = await run("nostrings apply /root/greeter.tar.gz//deploy");
      expect(unsigned.text).toContain("is not a signed bundle");
      expect(existsSync(join(root, "opt/greeter"))).toBe(false);
      expect(readdirSync(join(root, "run/nostrings"))).toEqual([]);
    });

    it("is deployed by a machine that trusts its signer", async () => {
      copyFileSync(keys.publicKey, join(root, "etc/nostrings/trusted.d/deploy.asc"));
      const applied = await run(command);
      expect(applied.text).toContain("is signed by deploy <deploy@example.com>");
      expect(applied.exitCode).toBe(0);
      isDeployed();
    });
  });

  describe("as one self-running file", () => {
    beforeAll(machine);
    afterAll(() => removeRoot(root));

    it("is deployed by running it", async () => {
      rmSync(join(root, "usr/bin/nostrings"));
      const self = join(root, "root/deploy-greeter");
      await execa(executable, ["bundle", join(folder, "app/deploy"), "-o", self, "--standalone"]);
      const applied = await run("/root/deploy-greeter --detailed-exitcodes");
      expect(applied.text).not.toContain("Error");
      expect(applied.exitCode).toBe(2);
      isDeployed();
    });
  });

  it("opens OpenPGP secrets, which a thread of it does", async () => {
    const site = join(folder, "secrets");
    mkdirSync(site);
    const run = async (...argv: string[]) => (await execa(executable, argv, { cwd: site })).stdout;
    const method = ["--encrypt-method", "gpg", "--gpg-public-keys", "public.asc"];
    await run(
      "secrets",
      "createkeys",
      ...method,
      "--user",
      "a@b.example",
      "--gpg-private-key",
      "private.asc",
    );
    const recipient = ["--gpg-recipients", "a@b.example", "--output", "string", "--string", "opened"];
    const secret = await run("secrets", "encrypt", ...method, ...recipient);
    writeFileSync(join(site, "data.yaml"), `key: ${secret}\n`);
    const layer = `{name: a, lookup_key: eyaml_lookup_key, path: data.yaml, datadir: ".", options: {gpg_private_key: private.asc}}`;
    writeFileSync(join(site, "hiera.yaml"), `version: 5\nhierarchy: [${layer}]\n`);
    const manifest = "if unwrap(lookup('key')) == 'opened' { notice('it is right') }";
    const output = await run("apply", "--noop", "--hiera_config=hiera.yaml", "-e", manifest);
    expect(output).toContain("it is right");
  });

  it("knows all facts, those of clouds too", async () => {
    const [ours, program] = await Promise.all([
      execa(executable, ["facts", "--json"]),
      execa(process.execPath, ["dist/main.js", "facts", "--json"], { cwd: PROJECT }),
    ]);
    const names = Object.keys(JSON.parse(program.stdout));
    expect(names.length).toBeGreaterThan(20);
    expect(Object.keys(JSON.parse(ours.stdout))).toEqual(names);
    expect(ours.stderr).toBe(program.stderr);
  });

  it("needs at most 130 MB", () => {
    expect(statSync(executable).size).toBeLessThanOrEqual(130_000_000);
  });

  it("is told what is inside the executable", async () => {
    const bill = JSON.parse((await execa(executable, ["version", "--json"])).stdout);
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    const names = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["chevrotain", "openpgp", "yaml", "tar", "node", "v8", "openssl"]),
    );
    expect(names).not.toContain("vitest");
  });
});
