import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleLocation } from "../../src/boot/bundle-location.ts";
import { download } from "../../src/boot/download.ts";

const CONTENT = Buffer.from("the bundle");
const DIGEST = createHash("sha256").update(CONTENT).digest("hex");
const directory = mkdtempSync(join(tmpdir(), "download-"));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const whole: Answer = (_, response) => void response.end(CONTENT);
const status =
  (code: number, headers = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end();
const cutShort: Answer = (_, response) => {
  response.writeHead(200, { "content-length": 100 }).write(CONTENT);
  setTimeout(() => response.destroy(), 20);
};
const withPassword: Answer = (request, response) => {
  const isRight = request.headers.authorization === `Basic ${Buffer.from("u:p").toString("base64")}`;
  response.writeHead(isRight ? 200 : 401).end(CONTENT);
};

let server: Server;
let answers: Answer[] = [];
beforeAll(async () => {
  server = createServer((request, response) => (answers.shift() ?? whole)(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

/** Fetch on a clock that only waiting moves. */
async function fetched(given: Answer[], { sha256 = DIGEST, user = "", limit = 1000, seconds = 60 } = {}) {
  answers = given;
  const { port } = server.address() as AddressInfo;
  const file = join(directory, "app.nsb");
  rmSync(file, { force: true });
  let now = 0;
  const said: string[] = [];
  const sleep = async (milliseconds: number) => {
    now += milliseconds;
  };
  const options = {
    pace: { now: () => now, sleep },
    deadline: seconds * 1000,
    limit,
    say: (m: string) => said.push(m),
  };
  const location = bundleLocation(`http://${user}127.0.0.1:${port}/app.nsb`, sha256);
  const outcome = await download(location, file, options).catch((error: Error) => error.message);
  return { outcome: outcome.replace(String(port), "PORT"), tries: said.length + 1, waited: now, file };
}

describe("fetching a bundle", () => {
  it("puts it in place", async () => {
    const { outcome, file, tries } = await fetched([]);
    expect([outcome, readFileSync(file), tries]).toEqual([DIGEST, CONTENT, 1]);
  });

  it.each<[string, Answer[], number]>([
    ["a server that is busy", [status(503), status(429), status(500)], 4],
    ["a connection that is cut", [cutShort], 2],
    ["a server that closes", [(request) => void request.socket.destroy()], 2],
  ])("tries again after %s", async (_, given, tries) => {
    expect(await fetched(given)).toMatchObject({ outcome: DIGEST, tries });
  });

  it("waits as long as the server asks", async () => {
    expect((await fetched([status(503, { "retry-after": "17" })])).waited).toBe(17_000);
  });

  it("waits ever longer, up to half a minute", async () => {
    const { waited, tries } = await fetched(Array(7).fill(status(500)), { seconds: 1000 });
    expect(tries).toBe(8);
    expect(waited).toBeGreaterThan(60_000);
    expect(waited).toBeLessThan(130_000);
  });

  it("gives up at the deadline", async () => {
    const { outcome } = await fetched(Array(99).fill(status(500)), { seconds: 5 });
    expect(outcome).toMatch(
      /^Could not fetch http:\/\/127\.0\.0\.1:PORT\/app\.nsb, tried \d times: the server answers 500/,
    );
  });

  it("gives a password, and only to the host it is for", async () => {
    expect((await fetched([withPassword], { user: "u:p@" })).outcome).toBe(DIGEST);
    const { port } = server.address() as AddressInfo;
    const elsewhere = status(302, { location: `http://localhost:${port}/` });
    expect((await fetched([elsewhere, withPassword], { user: "u:p@" })).outcome).toMatch(/answers 401/);
  });

  it.each<[string, Answer[], object, RegExp]>([
    ["what is not there", [status(404)], {}, /app\.nsb: the server answers 404 Not Found$/],
    [
      "a wrong sum",
      [],
      { sha256: "0".repeat(64) },
      /is not what was announced: its SHA-256 is [0-9a-f]{64}, wanted is 0{64}$/,
    ],
    ["what is too large", [], { limit: 5 }, /has more than 5 bytes$/],
    [
      "a redirect to a file",
      [status(302, { location: "file:///etc/hostname" })],
      {},
      /^http:\/\/127.0.0.1:PORT\/app.nsb redirects to file:\/\/\/etc\/hostname, which is not fetched: only http and https are$/,
    ],
    [
      "a redirect to a bucket",
      [status(302, { location: "s3://b/app.nsb" })],
      {},
      /redirects to s3:\/\/b\/app.nsb, which/,
    ],
    ["a redirect to nowhere", [status(302, { location: "http://[" })], {}, /redirects to http:\/\/\[, which/],
    ["a circle", Array(9).fill(status(302, { location: "/" })), {}, /redirects more than 5 times$/],
  ])("refuses %s at once, and leaves nothing behind", async (_, given, options, says) => {
    const { outcome, tries, file } = await fetched(given, options);
    expect(outcome).toMatch(says);
    expect([tries, existsSync(file), readdirSync(directory)]).toEqual([1, false, []]);
  });
});

describe("a download that is to end", () => {
  it("ends at once, with the reason, however slowly bytes come", async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, { "content-length": 100_000 });
        const drip = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drip));
      },
    ];
    const { port } = server.address() as AddressInfo;
    const end = new AbortController();
    setTimeout(() => end.abort(new Error("it is too late")), 200);
    const pace = { now: () => 0, sleep: async () => {} };
    const options = { pace, deadline: 60_000, limit: 1_000_000, say: () => {}, end: end.signal };
    const location = bundleLocation(`http://127.0.0.1:${port}/app.nsb`, DIGEST);
    await expect(download(location, join(directory, "slow.nsb"), options)).rejects.toThrow("it is too late");
    expect(readdirSync(directory).filter((name) => name.includes("slow"))).toEqual([]);
  });
});
