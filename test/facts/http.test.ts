import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { request } from "../../src/facts/http.ts";

/** A server in a thread of its own, because this one waits while it asks. */
const SERVER = `
const http = require("node:http");
const server = http.createServer((request, response) => {
  if (request.url === "/token") response.end(request.method + " " + request.headers["x-ttl"]);
  else if (request.url === "/big") response.end("x".repeat(1000000));
  else response.writeHead(404).end("no");
});
server.listen(0, "127.0.0.1", () => require("node:worker_threads").parentPort.postMessage(server.address().port));
`;

describe("asking a metadata service", () => {
  const server = new Worker(SERVER, { eval: true });
  let url = "";
  beforeAll(async () => {
    const port = await new Promise((resolve) => server.once("message", resolve));
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => server.terminate());

  it("waits for the answer", () => {
    expect(request([{ method: "PUT", url: `${url}/token`, headers: { "X-TTL": "100" } }])).toEqual([
      "PUT 100",
    ]);
    expect(request([{ method: "GET", url: `${url}/big`, headers: {} }])[0]).toHaveLength(1_000_000);
  });

  it("takes only successful answers", () => {
    const tokens = Array.from({ length: 9 }, (_, i) => String(i));
    const asked = tokens.map(
      (ttl) => ({ method: "PUT", url: `${url}/token`, headers: { "X-TTL": ttl } }) as const,
    );
    const missing = { method: "GET", url: `${url}/missing`, headers: {} } as const;
    expect(request([missing, ...asked])).toEqual([undefined, ...tokens.map((ttl) => `PUT ${ttl}`)]);
  });

  it("gives up on a server that is not there", () => {
    expect(request([{ method: "GET", url: "http://127.0.0.1:9/", headers: {} }])).toEqual([undefined]);
  });
});
