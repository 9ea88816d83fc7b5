import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { configOptions } from "../../src/boot/config-file.ts";
import { runCommandLine } from "../../src/cli/run-command-line.ts";

const HEX = "5".repeat(64);
const URL = "https://example.com/app.nsb";
const directory = mkdtempSync(join(tmpdir(), "user-data-"));
afterAll(() => rmSync(directory, { recursive: true }));

async function printed(...argv: string[]): Promise<{ code: number; text: string }> {
  let text = "";
  const write = (more: string) => {
    text += more;
  };
  const code = await runCommandLine(["cloud-init", ...argv], "nostrings", {
    out: write,
    err: write,
    isTerminal: false,
  });
  return { code, text };
}

function put(name: string, content: string): string {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
}

interface CloudConfig {
  readonly write_files: readonly { readonly path: string; readonly content: string }[];
  readonly runcmd: readonly string[];
}

describe("user-data", () => {
  it("writes the options, the trusted keys and the unit, and starts it", async () => {
    const trusted = put(
      "deploy.asc",
      "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nx\n-----END PGP PUBLIC KEY BLOCK-----\n",
    );
    const { text } = await printed(
      URL,
      "--sha256",
      HEX,
      "--trust",
      trusted,
      "--fact=role=web",
      "--fact=a=b c",
      "--converge",
      "3",
    );
    const config = parse(text) as CloudConfig;
    const files = Object.fromEntries(config.write_files.map(({ path, content }) => [path, content]));
    expect(Object.keys(files)).toEqual([
      "/etc/nostrings/boot.conf",
      "/etc/nostrings/trusted.d/deploy.asc",
      "/etc/systemd/system/nostrings-boot.service",
    ]);
    const options = configOptions(put("boot.conf", files["/etc/nostrings/boot.conf"]!));
    expect(options.map(([name, { value }]) => [name, value])).toEqual([
      ["bundle", URL],
      ["sha256", HEX],
      ["console", "true"],
      ["converge", "3"],
      ["fact", "role=web"],
      ["fact", "a=b c"],
    ]);
    expect(config.runcmd.at(-1)).toBe("systemctl restart nostrings-boot.service");
    expect(text.startsWith("#cloud-config\n")).toBe(true);
  });

  it("fetches the program when it is told where it is", async () => {
    const { text } = await printed(
      URL,
      "--executable",
      "https://e.com/nostrings",
      "--executable-sha256",
      HEX,
    );
    expect((parse(text) as CloudConfig).runcmd[0]).toContain(
      `echo '${HEX}  /usr/local/bin/nostrings.part' | sha256sum -c -`,
    );
  });

  it("of several parts says what each is, and is the same every time", async () => {
    const parts = [put("a.sh", "#!/bin/sh\ntrue\n"), put("b.yaml", "#cloud-config\nlocale: C # é\n")];
    const { text } = await printed(URL, ...parts.flatMap((part) => ["--part", part]));
    const types = [...text.matchAll(/^Content-Type: ([^;]+);/gm)].map(([, type]) => type);
    expect(types).toEqual([
      "multipart/mixed",
      "text/cloud-config",
      "text/x-shellscript",
      "text/cloud-config",
    ]);
    expect(text).toMatch(/^Content-Transfer-Encoding: base64$/m);
    expect(await printed(URL, ...parts.flatMap((part) => ["--part", part]))).toEqual({ code: 0, text });
  });

  it("loads a credential that is the private key", async () => {
    expect((await printed(URL, "--private-key", "credential:app")).text).toMatch(/^ +LoadCredential=app$/m);
    const named = await printed(URL, "--private-key", "credential:app", "--credential", "app:/etc/app.key");
    expect(named.text.match(/LoadCredential=.*/g)).toEqual(["LoadCredential=app:/etc/app.key"]);
  });

  it("as a unit for an image has all in its command", async () => {
    const { text } = await printed("--systemd", URL, "--private-key", "command:get $KEY 100%");
    expect(text).toContain(`"--private-key=command:get $$KEY 100%%"`);
    expect(text).toMatch(/^Before=apt-daily\.service apt-daily-upgrade\.service$/m);
    expect(text).not.toMatch(/^After=.*cloud-final/m);
  });

  const refused: readonly (readonly [what: string, argv: readonly string[], says: RegExp])[] = [
    [
      "a signed link",
      [`${URL}?X-Amz-Signature=1`],
      /^Error: The bundle's URL has a key in it, and is refused: every process/,
    ],
    ["a password", ["https://u:p@example.com/a"], /^Error: The bundle's URL has a key in it/],
    [
      "a secret fact",
      [URL, "--fact", "db_password=x"],
      /^Error: The fact db_password is a secret by its name/,
    ],
    [
      "a private key",
      [URL, "--part", put("k.sh", "#!/bin/sh\n# -----BEGIN PRIVATE KEY-----\n")],
      /^Error: There is a private key in the user-data/,
    ],
    [
      "too much",
      [URL, "--part", put("l.sh", `#!/bin/sh\n${"# filler\n".repeat(2000)}`)],
      /^Error: The user-data has \d+ bytes, and EC2 takes 16384/,
    ],
    [
      "what cloud-init does not know",
      [URL, "--part", put("m.txt", "hello")],
      /^Error: cloud-init would not know what m\.txt is/,
    ],
    ["http without a sum", ["http://example.com/a"], /^Error: http:\/\/example\.com\/a is not fetched/],
    ["a program without a sum", [URL, "--executable", URL], /^Error: --executable needs --executable-sha256/],
    ["several lines", [URL, "--fact", "a=b\nc"], /^Error: The value of --fact has a line break/],
    ["no bundle", [], /^Error: cloud-init needs one URL of a bundle/],
  ];
  it.each(refused)("is refused for %s", async (_, argv, says) => {
    const { code, text } = await printed(...argv);
    expect(text).toMatch(says);
    expect(code).toBe(1);
  });
});
