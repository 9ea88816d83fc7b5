import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Row } from "../apply/catalog.ts";

const NOBODY = 65534;
const directory = mkdtempSync(join(tmpdir(), "nobody-"));
chownSync(directory, NOBODY, NOBODY);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const script = `
  import { applied, catalogOf } from ${JSON.stringify(join(import.meta.dirname, "../apply/catalog.ts"))};
  import { LinuxMachine } from ${JSON.stringify(join(import.meta.dirname, "../../src/machine/linux.ts"))};
  const { lines } = await applied(catalogOf(JSON.parse(process.argv[1])), new LinuxMachine());
  console.log(JSON.stringify(lines.filter((line) => line.startsWith("Error: /") || !line.startsWith("Error"))));
`;

/** What is said when a user without any rights applies resources. */
function saidToNobody(rows: readonly Row[]): string[] {
  const who = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  const node = [process.execPath, "--input-type=module", "-e", script, JSON.stringify(rows)];
  return JSON.parse(execFileSync("setpriv", [...who, ...node], { encoding: "utf8", cwd: "/" }));
}

const at = (name: string): string => join(directory, name);
const sum = "{sha256}ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

describe.skipIf(process.getuid?.() !== 0)("without the rights", () => {
  const rows: [string, Row, string[]][] = [
    [
      "a file cannot be given away, which is told once and is no failure",
      { type: "File", title: at("mine"), parameters: { content: "a", owner: "root" } },
      [
        "Warning: Cannot manage ownership unless running as root",
        `Notice: /Stage[main]/Main/File[${at("mine")}]/ensure: defined content as '${sum}'`,
      ],
    ],
    [
      "a foreign directory is not written to",
      { type: "File", title: "/etc/nostrings-test", parameters: { content: "a" } },
      [
        "Error: /Stage[main]/Main/File[/etc/nostrings-test]/ensure: change from 'absent' to 'file' failed: Could not set 'file' on ensure: Permission denied - /etc/nostrings-test (line: 1)",
      ],
    ],
    [
      "a foreign file is not read",
      { type: "File", title: "/etc/shadow", parameters: { content: "a" } },
      [
        "Error: /Stage[main]/Main/File[/etc/shadow]: Could not evaluate: Could not read file /etc/shadow: Permission denied - /etc/shadow",
      ],
    ],
    [
      "a foreign group is refused and no file is made",
      { type: "File", title: at("grouped"), parameters: { content: "a", group: "root" } },
      [
        `Error: /Stage[main]/Main/File[${at("grouped")}]/ensure: change from 'absent' to 'file' failed: Failed to set group to '0': Operation not permitted`,
      ],
    ],
    [
      "commands run as oneself only",
      { type: "Exec", title: "/bin/true", parameters: { user: "root" } },
      [
        "Error: /Stage[main]/Main/Exec[/bin/true]/returns: change from 'notrun' to ['0'] failed: Only root can execute commands as other users",
      ],
    ],
  ];
  test.each(rows)("%s", (_what, row, lines) => expect(saidToNobody([row])).toEqual(lines));
});
