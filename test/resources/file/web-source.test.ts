import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askWeb } from "../../../src/machine/web.ts";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine, type MemorySetup } from "../../machine/memory.ts";

const URL = "http://web/x";
const SHA = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
const body = Buffer.from("x");
const MADE = `defined content as '{sha256}${SHA}'`;
const HEAD = `HEAD ${URL}`;
const GET = `GET ${URL}`;

type Row = readonly [
  what: string,
  web: NonNullable<MemorySetup["web"]>,
  parameters: Record<string, Value>,
  said: string,
  asked: readonly string[],
  askedAgain: readonly string[],
];

const rows: readonly Row[] = [
  [
    "the checksum the server tells",
    { [HEAD]: { headers: { "x-checksum-sha256": SHA, "last-modified": "x" } }, [GET]: { body } },
    { source: URL },
    MADE,
    [HEAD, GET],
    [HEAD],
  ],
  [
    "a checksum of another kind",
    { [HEAD]: { headers: { "content-md5": "nd1OAR+cTIXRR8uLk9qanQ==" } }, [GET]: { body } },
    { source: URL },
    "change from 'absent' to 'file' failed: File written to disk did not match desired checksum; discarding changes ({md5}9dd4e461268c8034f5c8564e155c67a6 vs {md5}9ddd4e011f9c4c85d147cb8b93da9a9d)",
    [HEAD, GET],
    [HEAD, GET],
  ],
  [
    "the time of the last change",
    { [HEAD]: { headers: { "last-modified": "Thu, 01 Jan 1970 00:00:00 GMT" } }, [GET]: { body } },
    { source: URL },
    "defined content as '{mtime}1970-01-01 00:00:00 UTC'",
    [HEAD, GET],
    [HEAD],
  ],
  ["nothing told", { [HEAD]: {}, [GET]: { body } }, { source: URL }, MADE, [HEAD, GET], [HEAD, GET]],
  [
    "a server that does not tell, but gives",
    { [HEAD]: { status: 405 }, [GET]: { body, headers: { "x-checksum-sha256": SHA } } },
    { source: URL },
    MADE,
    [HEAD, GET, GET],
    [HEAD, GET],
  ],
  [
    "a checksum of one's own",
    { [GET]: { body } },
    { source: URL, checksum_value: SHA, ensure: "file" },
    MADE,
    [GET],
    [],
  ],
  [
    "the first that is there",
    { [HEAD]: { headers: { "x-checksum-sha256": SHA } }, [GET]: { body } },
    { source: ["/none", "http://web/none", URL] },
    MADE,
    ["HEAD http://web/none", HEAD, GET],
    ["HEAD http://web/none", HEAD],
  ],
  [
    "none",
    {},
    { source: URL },
    `Could not evaluate: Could not retrieve information from environment production source(s) ${URL}`,
    [HEAD],
    [HEAD],
  ],
];

describe("a source on a web server", () => {
  test.each(rows)("%s", async (_what, web, parameters, said, asked, askedAgain) => {
    const machine = new MemoryMachine({ web });
    const catalog = catalogOf([{ type: "File", title: "/x", parameters }]);
    const { lines } = await applied(catalog, machine);
    expect(lines.at(-1)!.replace(/^.*?File\[\/x\](\/ensure)?: /, "")).toBe(said);
    expect(machine.ran.splice(0)).toEqual(asked);
    if (said.startsWith("defined")) expect(machine.text("/x")).toBe("x");
    await applied(catalog, machine);
    expect(machine.ran).toEqual(askedAgain);
  });

  test("is not fetched in a dry run", async () => {
    const machine = new MemoryMachine({ web: { [HEAD]: { headers: { "x-checksum-sha256": SHA } } } });
    const catalog = catalogOf([{ type: "File", title: "/x", parameters: { source: URL } }]);
    const { report } = await applied(catalog, machine, { noop: true });
    expect([machine.ran, report.outcomes[0]!.steps]).toEqual([[HEAD], [`write /x (from ${URL})`]]);
  });
});

describe("asking a web server", () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(({ url, method, headers }, response) => {
      if (url === "/moved") response.writeHead(302, { location: "/there" }).end();
      else response.end(`${method} ${url} ${headers.authorization ?? ""}`);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(() => server.close());
  const port = () => (server.address() as AddressInfo).port;
  const text = ({ body: bytes }: { body: Uint8Array }) => Buffer.from(bytes).toString();

  test("follows redirections", async () => {
    expect(text(await askWeb(`http://127.0.0.1:${port()}/moved`, "GET"))).toBe("GET /there ");
  });

  test("in the name of the URL's user", async () => {
    const answer = await askWeb(`http://bob:p%40ss@127.0.0.1:${port()}/a`, "GET");
    expect(text(answer)).toBe(`GET /a Basic ${Buffer.from("bob:p@ss").toString("base64")}`);
  });

  test("that is not there fails in words", async () => {
    await expect(askWeb("http://127.0.0.1:3/", "HEAD")).rejects.toThrow(
      "Request to http://127.0.0.1:3/ failed: Connection refused",
    );
  });
});
