import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capture } from "../../machine/capture.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Fails unless a command accepts a text, which it is given in a file. */
export const validate_cmd = defineLegacyFunction("validate_cmd", -1, (_call, args) => {
  const [content, script, message] = args;
  if (args.length < 2 || args.length > 3) {
    parseError(`validate_cmd(): wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  const wrong = `validate_cmd(): failed to validate content with command ${rubyInspect(script!)}`;
  check(rubyText(content!), rubyText(script!), message === undefined ? wrong : rubyText(message));
  return null;
});

function check(content: string, script: string, message: string): void {
  const folder = mkdtempSync(join(tmpdir(), "validate_cmd"));
  try {
    const file = join(folder, "content");
    writeFileSync(file, content, { mode: 0o600 });
    const command = /\s%(?:\s|$)/.test(script) ? script.replaceAll("%", file) : `${script} ${file}`;
    const { code, output } = capture(["/bin/sh", "-c", command], "/");
    if (code !== 0) parseError(`${message}\nExecution of '${command}' returned ${code}: ${output}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
