import { resolve } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";

const TERMINAL = resolve(import.meta.dirname, "../../src/cli/terminal.ts");
const SPEAKER = `import { processTerminal } from ${JSON.stringify(TERMINAL)};
const { out, err, isTerminal } = processTerminal();
for (let line = 0; line < 20_000; line++) out("a line of forty characters, ends with ü\\n");
err(\`terminal: \${isTerminal}\\n\`);
process.exit(0);`;

const speak = [process.execPath, "--input-type=module", "-e", SPEAKER] as const;

it("writes everything before the process ends, to a slow reader too", async () => {
  const { stdout } = await execa("sh", ["-c", '"$0" "$@" | (sleep 0.2; wc -l -c)', ...speak]);
  expect(stdout.trim().split(/\s+/)).toEqual(["20000", "820000"]);
});

it("ends silently when nobody reads any more", async () => {
  const { stdout, stderr } = await execa("sh", ["-c", '"$0" "$@" | head -n 1', ...speak]);
  expect([stdout, stderr]).toEqual(["a line of forty characters, ends with ü", "terminal: false"]);
});

it("knows a file of characters that is no terminal", async () => {
  const { stderr } = await execa("sh", ["-c", '"$0" "$@" > /dev/null', ...speak]);
  expect(stderr).toBe("terminal: false");
});
