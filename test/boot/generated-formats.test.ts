import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cloudConfig } from "../../src/boot/user-data/cloud-config.ts";
import { multipart } from "../../src/boot/user-data/mime.ts";
import { refuseControls } from "../../src/boot/user-data/plain-texts.ts";
import type { BootPlan } from "../../src/boot/user-data/plan.ts";
import { systemdUnit } from "../../src/boot/user-data/systemd-unit.ts";
import { yamlQuoted } from "../../src/boot/user-data/yaml-quoted.ts";

const HEX = "5".repeat(64);
const PLAN: BootPlan = {
  settings: [["bundle", "https://example.org/app.nsb"]],
  trusted: [],
  credentials: [],
};

/** Texts in which what formats have for signs is frequent. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."\n\r\t\0\x07\x1b\x7f\x85\u2028\u2029\ufeff \"'\\%$`;#:-={}[]&*!|>@,"),
    fc.constantFrom("\\n", "%n", "$(x)", "${x}", "ExecStartPre=", "---", "é", "😀"),
    fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
  ),
});

function plans(text: string): BootPlan[] {
  return [
    { ...PLAN, settings: [...PLAN.settings, ["fact", `role=${text}`]] },
    { ...PLAN, settings: [...PLAN.settings, ["private-key", text]] },
    { ...PLAN, credentials: [text] },
    { ...PLAN, credentials: [`key:/${text}`] },
    { ...PLAN, environmentFile: `/${text}` },
    { ...PLAN, trusted: [{ name: `${text}.asc`, content: "x" }] },
    { ...PLAN, trusted: [{ name: "deploy.asc", content: text }] },
    { ...PLAN, executable: { url: `https://example.org/${text}`, sha256: HEX } },
  ];
}

function isTaken(plan: BootPlan): boolean {
  try {
    refuseControls(plan);
    return true;
  } catch {
    return false;
  }
}

describe("what is put into a generated file", () => {
  it.each(["a\nb", "a\rb", "a\x07", "\x7f", "a\x85b", "a\u2028b", "a\ufffdb"])("is refused: %j", (text) => {
    const taken = plans(text).filter(isTaken);
    // A key has lines.
    expect(taken.map(({ trusted }) => trusted[0]?.content)).toEqual(/^a[\n\r]b$/.test(text) ? [text] : []);
  });

  it.each(["name with spaces", "key:relative/path", "key:/etc/../x", "key:/x\\", "key:%h"])(
    "is refused as a credential: %s",
    (credential) => {
      expect(isTaken({ ...PLAN, credentials: [credential] })).toBe(false);
    },
  );

  it("has as many lines in a unit as without it", () => {
    const count = (plan: BootPlan) => systemdUnit(plan, true).split(/[\n\r\x85\u2028\u2029]/).length;
    const usual = (plan: BootPlan) =>
      count({
        ...PLAN,
        credentials: plan.credentials.map(() => "x"),
        ...(plan.environmentFile && { environmentFile: "/x" }),
      });
    fc.assert(
      fc.property(anyText, (text) => {
        for (const plan of plans(text).filter(isTaken)) expect(count(plan)).toBe(usual(plan));
      }),
    );
  });

  it("is read as it was by a parser of YAML", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const plan of plans(text).filter(isTaken)) {
          const read = parse(cloudConfig(plan)) as { write_files: { path: string; content: string }[] };
          for (const { name, content } of plan.trusted) {
            const file = read.write_files.find(({ path }) => path.endsWith(`/${name}`));
            expect(file?.content).toBe(`${content.trimEnd()}\n`);
          }
        }
        expect(parse(yamlQuoted(text.toWellFormed()))).toBe(text.toWellFormed());
      }),
    );
  });

  it("is nothing but words to a shell", () => {
    const commands = fc.sample(anyText, 300).flatMap((text) => {
      const plan = { ...PLAN, executable: { url: `https://example.org/${text}`, sha256: HEX } };
      return isTaken(plan) ? (parse(cloudConfig(plan)) as { runcmd: string[] }).runcmd.slice(0, 1) : [];
    });
    expect(commands.length).toBeGreaterThan(20);
    execFileSync("bash", ["-n"], { input: commands.join("\n") });
  });
});

describe("a part of multipart user-data", () => {
  it.each([
    ['a"b.sh', "filename*=utf-8''a%22b.sh"],
    ["é.sh", "filename*=utf-8''%C3%A9.sh"],
    ["a b.sh", 'filename="a b.sh"'],
  ])("called %s keeps its name", (name, header) => {
    expect(multipart([{ name, content: "#!/bin/sh\n" }])).toContain(
      `Content-Disposition: attachment; ${header}\n`,
    );
  });

  it("whose name has a line break is refused", () => {
    expect(() => multipart([{ name: "a\nX: y", content: "#!/bin/sh\n" }])).toThrow("line break");
  });

  it.each(["#!/bin/sh\n\0", "#!/bin/sh\r\nx\n", `#!/bin/sh\n${"x".repeat(1000)}\n`])(
    "that is not plain lines is in base64",
    (content) => {
      expect(multipart([{ name: "x.sh", content }])).toContain("Content-Transfer-Encoding: base64");
    },
  );
});
