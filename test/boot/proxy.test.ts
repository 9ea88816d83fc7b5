import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleLocation } from "../../src/boot/bundle-location.ts";
import { download } from "../../src/boot/download.ts";
import { REAL_PACE } from "../../src/boot/pace.ts";
import { proxyFor } from "../../src/boot/proxy.ts";

describe("the proxy for a URL", () => {
  const P = "http://proxy:3128/";
  const both = { https_proxy: P, http_proxy: "http://other:80/" };
  it.each<[url: string, variables: Record<string, string>, proxy: string | undefined]>([
    ["https://h/a", {}, undefined],
    ["https://h/a", both, P],
    ["http://h/a", both, "http://other/"],
    ["https://h/a", { HTTPS_PROXY: P }, P],
    ["https://h/a", { https_proxy: "", HTTPS_PROXY: P }, P],
    ["https://h/a", { https_proxy: "proxy:3128" }, P],
    ["https://h/a", { ...both, no_proxy: "*" }, undefined],
    ["https://h/a", { ...both, no_proxy: "x, h" }, undefined],
    ["https://a.h.example/a", { ...both, no_proxy: "h.example" }, undefined],
    ["https://a.h.example/a", { ...both, NO_PROXY: ".H.example" }, undefined],
    ["https://a.h.example/a", { ...both, no_proxy: "*.h.example" }, undefined],
    ["https://ah.example/a", { ...both, no_proxy: "h.example" }, P],
    ["https://h/a", { ...both, no_proxy: "h:443" }, undefined],
    ["https://h/a", { ...both, no_proxy: "h:8443" }, P],
    ["https://10.0.0.7/a", { ...both, no_proxy: "10.0.0.7" }, undefined],
    ["http://127.0.0.1/a", both, undefined],
  ])("%s with %j is %s", (url, variables, proxy) => {
    expect(proxyFor(new URL(url), variables)?.href).toBe(proxy);
  });

  it("is refused when it is no URL", () => {
    expect(() => proxyFor(new URL("https://h/"), { https_proxy: "http://[" })).toThrow(
      /^The proxy .* is no URL/,
    );
  });
});

describe("fetching through a proxy", () => {
  const folder = mkdtempSync(join(tmpdir(), "proxy-"));
  let server: Server;
  let proxy: Server;
  const connected: string[] = [];
  const before = process.env.http_proxy;

  beforeAll(async () => {
    server = createServer((_, response) => void response.end("the bundle"));
    // The only one that knows where the host is.
    proxy = createServer().on("connect", ({ url }, socket, head) => {
      connected.push(url ?? "");
      const onward = connect((server.address() as AddressInfo).port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
    });
    for (const each of [server, proxy]) {
      await new Promise<void>((done) => each.listen(0, "127.0.0.1", done));
    }
  });
  afterAll(() => {
    if (before === undefined) delete process.env.http_proxy;
    else process.env.http_proxy = before;
    server.close();
    proxy.close();
    rmSync(folder, { recursive: true });
  });

  it("asks it to connect, and leaves other requests alone", async () => {
    process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const file = join(folder, "app.nsb");
    const sum = "0".repeat(64);
    const options = { pace: REAL_PACE, deadline: 0, limit: 1000, say: () => {} };
    const location = { ...bundleLocation("http://bundles.invalid/app.nsb", sum), sha256: undefined };
    await download(location, file, options);
    expect(readFileSync(file, "utf8")).toBe("the bundle");
    expect(connected).toEqual(["bundles.invalid:80"]);
    await expect(fetch("http://bundles.invalid/")).rejects.toThrow();
  });
});
