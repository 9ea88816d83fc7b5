import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BundleServer } from "./bundle-server.ts";
import { CloudMachine } from "./cloud-machine.ts";
import { type KeyFiles, signingKeys } from "./signing-keys.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const UNIT = "nostrings-boot.service";

/** Run the program on this machine; gives its standard output. */
async function nostrings(...argv: string[]): Promise<string> {
  const program = join(PROJECT, "src/main.ts");
  return (await execa(process.execPath, [program, ...argv], { stripFinalNewline: false })).stdout;
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** What anybody who looks at a machine after a boot sees. */
interface Seen {
  readonly code: number;
  readonly status: { status: string; phase: string; detail: string; errors: string[]; attempt?: number };
  readonly unit: string;
  readonly exitStatus: string;
  readonly cloudInit: string;
  readonly console: string;
}

describe("a Debian with cloud-init that boots with user-data of ours", () => {
  const directory = mkdtempSync(join(tmpdir(), "boot-"));
  let machine: CloudMachine;
  let server: BundleServer;
  let keys: KeyFiles;
  let others: KeyFiles;

  beforeAll(async () => {
    [server, keys, others, machine] = await Promise.all([
      BundleServer.start(),
      signingKeys(directory, "deploy"),
      signingKeys(directory, "others"),
      CloudMachine.make(),
    ]);
  });
  afterAll(async () => {
    await machine?.remove();
    await server?.stop();
    rmSync(directory, { recursive: true });
  });

  /** A signed bundle of a site, as bytes. */
  async function bundle(site: string, signedBy = keys): Promise<Buffer> {
    const file = join(directory, "app.nsb");
    await nostrings("bundle", site, "-o", file, "--sign", signedBy.privateKey);
    return readFileSync(file);
  }

  /** A signed bundle of a site with one manifest. */
  async function bundleOf(manifest: string, signedBy = keys): Promise<Buffer> {
    const site = mkdtempSync(join(directory, "site-"));
    mkdirSync(join(site, "manifests"));
    writeFileSync(join(site, "manifests/site.pp"), manifest);
    return bundle(site, signedBy);
  }

  /** User-data for a bundle that the machine trusts when the deploy key has signed it. */
  async function userData(url: string, content: Buffer, ...more: string[]): Promise<string> {
    const digest = sha256(content);
    return nostrings(
      "cloud-init",
      url,
      "--sha256",
      digest,
      "--trust",
      keys.publicKey,
      "--deadline=8",
      ...more,
    );
  }

  async function look(): Promise<Seen> {
    const { exitCode, text } = await machine.run("nostrings status --json");
    const show = await machine.run(`systemctl show -p ActiveState,ExecMainStatus --value ${UNIT}`);
    const [exitStatus = "", unit = ""] = show.text.split("\n").sort();
    const cloudInit = (await machine.run("cloud-init status")).text;
    return {
      code: exitCode,
      status: JSON.parse(text),
      unit,
      exitStatus,
      cloudInit,
      console: machine.console(),
    };
  }

  /** Boot as a new instance with user-data, and look. */
  async function bootedAs(instance: string, data: string): Promise<Seen> {
    await machine.powerCut();
    machine.seed(instance, data);
    await machine.boot();
    return look();
  }

  it("becomes a web server at its first boot", async () => {
    const content = await bundle(PROJECT);
    const part = join(directory, "apt.yaml");
    writeFileSync(part, "#cloud-config\npackage_update: true\n");
    machine.put("etc/app.key", "a key that only the unit reads");
    const key = ["--private-key=credential:app", "--credential=app:/etc/app.key"];
    const more = ["--fact=role=web", "--part", part, ...key];
    const data = await userData(server.put("web.nsb", content), content, ...more);
    expect(data).toMatch(/^Content-Type: multipart\/mixed/);
    const seen = await bootedAs("i-first", data);
    expect(seen.console).toContain("nostrings: Boot done: Applied once");
    expect(seen).toMatchObject({ code: 0, unit: "active", exitStatus: "0", cloudInit: "status: done" });
    expect(seen.status).toMatchObject({ status: "done", instance: "i-first", attempt: 1, exitCode: 0 });
    const page = await execa("curl", ["-sS", "--fail", "http://127.0.0.1:8088/"]);
    expect(page.stdout).toContain("<h1>Served by nginx</h1>");
  });

  it("does nothing at the second boot, and asks nobody", async () => {
    const asked = server.asked.length;
    await machine.powerCut();
    await machine.boot();
    const seen = await look();
    expect(seen.status.detail).toMatch(/^Nothing to do: configured on \d{4}-/);
    expect(seen).toMatchObject({ code: 0, unit: "active", exitStatus: "0" });
    expect(server.asked.length).toBe(asked);
  });

  it("applies again as a new instance, and resumes what a power cut interrupts", async () => {
    const manifest =
      "file { '/var/tmp/begun': content => 'yes' } -> exec { '/bin/sleep 600': unless => '/usr/bin/test -e /var/tmp/go-on' }";
    const content = await bundleOf(manifest);
    await machine.powerCut();
    machine.seed("i-resumed", await userData(server.put("slow.nsb", content), content));
    await machine.powerOn();
    await machine.until("test -e /var/tmp/begun && pgrep -f 'sleep 600'");
    expect((await look()).status).toMatchObject({ status: "running", phase: "apply", instance: "i-resumed" });
    await machine.run("touch /var/tmp/go-on; sync");
    await machine.powerCut();
    await machine.boot();
    const seen = await look();
    expect(seen.status).toMatchObject({ status: "done", instance: "i-resumed", attempt: 2 });
    expect(seen.console).toContain("Resuming");
  });

  interface Failing {
    readonly what: string;
    readonly data: () => Promise<string>;
    readonly phase: string;
    readonly says: RegExp;
    readonly code?: number;
  }

  const good = "notify { 'good': }";
  const failing: readonly Failing[] = [
    {
      what: "a flipped byte",
      data: async () => {
        const content = await bundleOf(good);
        const flipped = Buffer.from(content);
        flipped[100] = flipped[100]! ^ 1;
        return userData(server.put("flipped.nsb", flipped), content);
      },
      phase: "fetch",
      says: /flipped\.nsb is not what was announced: its SHA-256 is [0-9a-f]{64}, wanted is [0-9a-f]{64}/,
    },
    {
      what: "a wrong signer",
      data: async () => {
        const content = await bundleOf(good, others);
        return userData(server.put("others.nsb", content), content);
      },
      phase: "verify",
      says: /The bundle is signed by the key [0-9A-F, ]+, which is not trusted/,
    },
    {
      what: "a missing key",
      data: async () => {
        const content = await bundleOf(good);
        return userData(server.put("key.nsb", content), content, "--private-key=/etc/nostrings/none.asc");
      },
      phase: "key",
      says: /The private key cannot be read from \/etc\/nostrings\/none\.asc: it does not exist/,
    },
    {
      what: "a manifest that fails",
      data: async () => {
        const content = await bundleOf("exec { '/bin/false': }");
        return userData(server.put("failing.nsb", content), content);
      },
      phase: "apply",
      says: /'\/bin\/false' returned 1 instead of one of \[0\]/,
      code: 4,
    },
    {
      what: "a dead server",
      data: async () => userData("http://127.0.0.1:2/app.nsb", Buffer.of()),
      phase: "fetch",
      says: /Could not fetch http:\/\/127\.0\.0\.1:2\/app\.nsb, tried \d times: the connection is refused/,
    },
  ];

  it.each(failing)(
    "shows $what in status, exit code, failed unit and console",
    async ({ what, data, phase, says, code = 1 }) => {
      const seen = await bootedAs(`i-${what.replaceAll(" ", "-")}`, await data());
      expect(seen.status.errors.join("\n")).toMatch(says);
      expect(seen.status).toMatchObject({ status: "failed", phase });
      expect(seen).toMatchObject({
        code: 1,
        unit: "failed",
        exitStatus: String(code),
        cloudInit: "status: error",
      });
      expect(seen.console).toMatch(says);
      expect((await machine.run("systemctl --failed --plain")).text).toContain(UNIT);
    },
  );
});
