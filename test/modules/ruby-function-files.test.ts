import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { findRubyFunction } from "../../src/modules/ruby-function-files.ts";

const root = mkdtempSync(join(tmpdir(), "module-functions-"));
const files = [
  "web/lib/puppet/functions/web/port.rb",
  "web/lib/puppet/functions/shout.rb",
  "tools/lib/puppet/parser/functions/whisper.rb",
  "tools/lib/puppet/parser/functions/shout.rb",
];
for (const file of files) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), "");
}
afterAll(() => rmSync(root, { recursive: true }));

describe("a function that a module brings in Ruby", () => {
  const environment = new DirectoryEnvironment({
    name: "production",
    path: undefined,
    modulepath: [root],
    manifest: undefined,
    configVersion: undefined,
  });

  it.each([
    ["web::port", "web", "web/lib/puppet/functions/web/port.rb", 4],
    ["whisper", "tools", "tools/lib/puppet/parser/functions/whisper.rb", 3],
    ["shout", "web", "web/lib/puppet/functions/shout.rb", 4],
  ])("%s is found in module %s", (name, module, file, api) => {
    expect(findRubyFunction(name, environment)).toEqual({ module, file: join(root, file), api });
  });

  it.each(["web::nope", "nope", "other::port"])("%s is not found", (name) => {
    expect(findRubyFunction(name, environment)).toBeUndefined();
  });
});
