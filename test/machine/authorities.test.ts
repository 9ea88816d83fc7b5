import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { nameTrustStore } from "../../src/machine/authorities.ts";
import { askWeb } from "../../src/machine/web.ts";

const folder = mkdtempSync(join(tmpdir(), "authorities-"));
const [key, certificate] = [join(folder, "key.pem"), join(folder, "cert.pem")];
beforeAll(() => {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const files = ["-keyout", key, "-out", certificate];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", ["req", ...kind, ...subject, ...files], { stdio: "pipe" });
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => nameTrustStore(""));

/** Ask a server that was never asked before: connections and sessions are kept for the next question. */
async function asked(): Promise<string> {
  const pair = { key: readFileSync(key), cert: readFileSync(certificate) };
  const server = createServer(pair, (_, answer) => answer.end("hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `https://localhost:${(server.address() as AddressInfo).port}/`;
    return Buffer.from((await askWeb(url, "GET")).body).toString();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("a server whose authority is unknown", () => {
  it("is refused, with the setting that would name it", async () => {
    await expect(asked()).rejects.toThrow(
      /^Request to https:\S+ failed: self-signed certificate; the setting ssl_trust_store names a file of further authorities$/,
    );
  });
  it("is trusted when ssl_trust_store names its authority, and only as long", async () => {
    nameTrustStore(certificate);
    expect(await asked()).toBe("hello");
    nameTrustStore("");
    await expect(asked()).rejects.toThrow("self-signed certificate");
  });
  it("is trusted when its authority is in a file of the folder that ssl_trust_store names", async () => {
    const authorities = join(folder, "authorities");
    mkdirSync(join(authorities, "others"), { recursive: true });
    copyFileSync(certificate, join(authorities, "own.pem"));
    nameTrustStore(authorities);
    expect(await asked()).toBe("hello");
  });
});

describe("an ssl_trust_store that names no certificates is refused", () => {
  const empty = join(folder, "empty.pem");
  it("when it is not there", async () => {
    nameTrustStore(empty);
    await expect(asked()).rejects.toThrow(
      `The setting ssl_trust_store names ${empty}, which cannot be read: No such file or directory`,
    );
  });
  it("when it has none", async () => {
    writeFileSync(empty, "# none\n");
    nameTrustStore(empty);
    await expect(asked()).rejects.toThrow(`${empty}, which has no certificate in PEM format`);
  });
});
