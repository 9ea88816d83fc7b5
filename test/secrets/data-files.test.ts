import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import { EditSession } from "../../src/secrets/file/edit-session.ts";
import { recrypted } from "../../src/secrets/file/recrypt.ts";
import { outcome } from "./fixtures.ts";

let serial = 0;
/** Encrypting for show: base64 of the text and a number that is another each time. */
const keys = {
  decrypt: ({ bytes }: { bytes: Buffer }) => String(bytes).replace(/^\d+:/, ""),
  encrypt: (_scheme: string, plain: string) => Buffer.from(`${++serial}:${plain}`),
};

function token(plain: string, scheme = "PKCS7"): string {
  return `ENC[${scheme},${Buffer.from(`0:${plain}`).toString("base64")}]`;
}

const LONG = token("a long one ".repeat(10));
const BLOCK = `>\n    ${LONG.match(/.{1,60}/g)!.join("\n    ")}`;
const FILE = `---\n# remark\na: ${token("one")} # kept\nb: "x${token("two", "GPG")}y${token("three")}"\nc: ${BLOCK}\nd: plain\n`;

function decoded(text: string): string {
  return text.replace(
    /ENC\[(\w+),([^\]]+)\]/g,
    (_, scheme, base64) => `<${scheme} ${Buffer.from(base64, "base64")}>`,
  );
}

describe("editing", () => {
  const shown = new EditSession(FILE, keys, false).text;

  test("shows values in plain text, as eyaml does", () =>
    expect(shown).toBe(
      `---\n# remark\na: DEC(1)::PKCS7[one]! # kept\nb: "xDEC(2)::GPG[two]!yDEC(3)::PKCS7[three]!"\nc: >\n    DEC(4)::PKCS7[${"a long one ".repeat(10)}]!\nd: plain\n`,
    ));

  test.each<[string, (text: string) => string, (file: string) => string]>([
    ["nothing changed", (text) => text, (file) => file],
    [
      "a plain value changed",
      (text) => text.replace("d: plain", "d: other"),
      (file) => file.replace("d: plain", "d: other"),
    ],
    ["a line removed", (text) => text.replace(/^a:.*\n/m, ""), (file) => file.replace(/^a:.*\n/m, "")],
    [
      "a value moved",
      (text) => text.replace(/^(a:.*\n)(b:.*\n)/m, "$2$1"),
      (file) => file.replace(/^(a:.*\n)(b:.*\n)/m, "$2$1"),
    ],
  ])("%s: what is encrypted stays as it is", (_title, change, expected) =>
    expect(new EditSession(FILE, keys, false).result(change(shown))).toBe(expected(FILE)),
  );

  test.each<[string, string, RegExp]>([
    ["[one]!", "[uno]!", /^a: <PKCS7 \d+:uno> # kept$/m],
    ["GPG[two]!", "GPG[]!", /x<GPG \d+:>y<PKCS7 0:three>/],
    ["DEC(1)::PKCS7", "DEC(1)::GPG", /^a: <GPG \d+:one>/m],
    ["d: plain", "d: DEC::GPG[new]\n]!", /^d: <GPG \d+:new\]\n>/m],
  ])("%s becomes %s", (from, to, expected) =>
    expect(decoded(new EditSession(FILE, keys, false).result(shown.replace(from, to)))).toMatch(expected),
  );

  test("a folded block stays one", () => {
    const after = new EditSession(FILE, keys, false).result(shown.replace("a long one", "another one"));
    expect(after).toMatch(/^c: >\n( {4}[^\n]{1,60}\n)+d: plain$/m);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      "a number twice",
      (text) => text.replace("d: plain", "d: DEC(1)::PKCS7[one]!"),
      /DEC\(1\) stands in the file twice/,
    ],
    ["a number of nothing", (text) => text.replace("DEC(1)", "DEC(9)"), /DEC\(9\) is none of the values/],
    ["an unknown scheme", (text) => text.replace("DEC(1)::PKCS7", "DEC(1)::KMS"), /scheme KMS/],
    ["nothing left", () => "# | x\n", /Edited file is blank/],
  ])("%s is refused", (_title, change, expected) =>
    expect(outcome(() => new EditSession(FILE, keys, false).result(change(shown)))).toMatch(expected),
  );

  test("a value with the closing mark in it stays encrypted", () => {
    const session = new EditSession(`a: ${token("x]!y")}\n`, keys, false);
    expect(session.text).toBe(`a: ${token("x]!y")}\n`);
    expect(session.remarks).toHaveLength(1);
  });
});

test("recrypting keeps each value's scheme and layout", () => {
  const { text, count } = recrypted(FILE, keys, undefined);
  expect(count).toBe(4);
  expect(decoded(text).replace(/\s+/g, " ").replace(/ \d+:/g, " n:")).toMatch(
    /a: <PKCS7 n:one> # kept b: "x<GPG n:two>y<PKCS7 n:three>" c: > <PKCS7 n:a long one/,
  );
  expect(decoded(recrypted(FILE, keys, "GPG").text)).not.toContain("PKCS7");
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "edit-"));
  const before = new Set(existsSync("/dev/shm") ? readdirSync("/dev/shm") : []);
  const left = () =>
    (existsSync("/dev/shm") ? readdirSync("/dev/shm") : []).filter(
      (name) => name.startsWith("nostrings-") && !before.has(name),
    );
  const pair = [
    "--pkcs7-private-key",
    join(folder, "private.pem"),
    "--pkcs7-public-key",
    join(folder, "public.pem"),
  ];
  const file = join(folder, "data.yaml");

  async function run(...argv: string[]) {
    const said = { out: "", err: "" };
    const terminal = {
      out: (text: string) => {
        said.out += text;
      },
      err: (text: string) => {
        said.err += text;
      },
      isTerminal: false,
    };
    const code = await runCommandLine(["secrets", ...argv, ...pair], "nostrings", terminal);
    return { ...said, code };
  }

  async function edit(script: string) {
    const editor = join(folder, "editor");
    writeFileSync(
      editor,
      `#!/bin/sh\nstat -c %a "$1" > ${folder}/mode\necho "$1" > ${folder}/path\n${script}\n`,
    );
    chmodSync(editor, 0o755);
    process.env.EDITOR = editor;
    try {
      return await run("edit", file);
    } finally {
      delete process.env.EDITOR;
    }
  }

  test("makes keys once", async () => {
    expect((await run("createkeys")).code).toBe(0);
    expect(statSync(join(folder, "private.pem")).mode & 0o777).toBe(0o600);
    expect(await run("createkeys")).toMatchObject({
      code: 1,
      err: expect.stringContaining("is there already"),
    });
  });

  test.each(["string", "block"])("encrypts and decrypts: %s", async (format) => {
    const { out } = await run("encrypt", "-s", "ünï sécret", "-o", format);
    expect(out).not.toContain("sécret");
    expect((await run("decrypt", "-s", out)).out.trim()).toBe("ünï sécret");
  });

  test("edits: in memory, for the owner only, and leaves nothing behind", async () => {
    writeFileSync(file, "a: 1\n", { mode: 0o640 });
    expect((await edit(`echo 'b: DEC::PKCS7[brand new]!' >> "$1"`)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^a: 1\nb: ENC\[PKCS7,[A-Za-z0-9+/=]+\]\n$/);
    expect(readFileSync(join(folder, "mode"), "utf8")).toBe("600\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect((await run("decrypt", "-e", file)).out).toBe("a: 1\nb: DEC::PKCS7[brand new]!\n");
    expect(left()).toEqual([]);
  });

  test.each([
    ["the editor fails", "exit 3", /exit code 3/],
    ["the file is gone", 'rm "$1"', /moved by editor/],
    ["the program is told to end", "kill -TERM $PPID; sleep 9", /Caught SIGTERM/],
    ["the editor is killed", "kill -9 $$", /did not exit successfully/],
  ])("when %s, nothing changes and nothing is left", async (_title, script, expected) => {
    const was = readFileSync(file, "utf8");
    const { code, err } = await edit(script);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
    expect(readFileSync(file, "utf8")).toBe(was);
    expect(existsSync(readFileSync(join(folder, "path"), "utf8").trim())).toBe(false);
    expect(left()).toEqual([]);
  });

  test.each([
    [["encrypt"], /You must specify a source/],
    [["encrypt", "-s", "a", "--stdin"], /only specify one of/],
    [["encrypt", "-s", "a", "-o", "xml"], /Invalid --output/],
    [["nonsense"], /Unknown command 'secrets nonsense'/],
    [["edti", "x"], /Did you mean 'edit'/],
    [["recrypt", "/nowhere.yaml"], /Could not open file for reading/],
  ])("%j is refused", async (argv, expected) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
  });
});
