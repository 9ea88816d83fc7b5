/** What is generated, read by the very programs that it is for: systemd, cloud-init, Python's MIME parser. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cloudConfig } from "../../src/boot/user-data/cloud-config.ts";
import { multipart } from "../../src/boot/user-data/mime.ts";
import { refuseControls } from "../../src/boot/user-data/plain-texts.ts";
import type { BootPlan } from "../../src/boot/user-data/plan.ts";
import { systemdUnit } from "../../src/boot/user-data/systemd-unit.ts";

const directory = mkdtempSync(join(tmpdir(), "formats-"));
afterAll(() => rmSync(directory, { recursive: true }));

const TEXTS = [
  "plain",
  "with spaces and 'single' and \"double\" quotes",
  "%n %h %% $HOME $\u007bx} $$",
  "back\\slash \\n \\x41 end\\",
  "; rm -rf / ; # & | < >",
  "[a]: {b} *c &d !e - f",
  "é 😀 ünï",
  "'",
  '"',
];

function plan(text: string): BootPlan {
  const made: BootPlan = {
    settings: [
      ["bundle", "https://example.org/app.nsb"],
      ["fact", `role=${text}`],
    ],
    trusted: [{ name: "deploy.asc", content: `-----BEGIN\n\n  ${text}\n\n` }],
    credentials: ["key", "other:/etc/50%/x"],
    environmentFile: "-/etc/default/50%",
  };
  refuseControls(made);
  return made;
}

/** The arguments that systemd gives to a program of this unit. */
function verified(unit: string): string {
  const file = join(directory, "generated.service");
  writeFileSync(file, unit.replace("/usr/local/bin/nostrings", "/bin/true"));
  const { status, stderr, stdout } = spawnSync("systemd-analyze", ["verify", "--man=no", file], {
    encoding: "utf8",
  });
  return `${status} ${stdout}${stderr}`;
}

describe("systemd reads the unit without a complaint", () => {
  it.each(TEXTS)("with a fact that is %s", (text) => {
    expect(verified(systemdUnit(plan(text), true))).not.toMatch(/generated\.service/);
  });

  it("and would complain of a directive that is none", () => {
    expect(verified(systemdUnit(plan("x"), true).replace("[Install]", "Nonsense=1\n[Install]"))).toContain(
      "generated.service",
    );
  });
});

describe("cloud-init takes the cloud-config", () => {
  it.each(TEXTS)("with a fact that is %s", (text) => {
    const file = join(directory, "user-data");
    writeFileSync(file, cloudConfig(plan(text)));
    expect(execFileSync("cloud-init", ["schema", "--config-file", file], { encoding: "utf8" })).toMatch(
      /valid/i,
    );
  });
});

describe("Python reads multipart user-data", () => {
  it.each([...TEXTS.map((text) => `${text.replaceAll("/", "")}.sh`)])("with a part called %s", (name) => {
    const content = `#!/bin/sh\n: ${"x".repeat(2000)} é\n`;
    const program = `
import email, email.policy, json, sys
message = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
print(json.dumps([[part.get_filename(), part.get_content()] for part in message.iter_parts()]))`;
    const read = execFileSync("python3", ["-c", program], {
      input: multipart([{ name, content }]),
      encoding: "utf8",
    });
    expect(JSON.parse(read)).toEqual([[name, content]]);
  });
});
