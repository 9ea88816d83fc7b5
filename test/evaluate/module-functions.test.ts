import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findRubyFunction } from "../../src/evaluate/functions/ruby-functions.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";

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
    ["web::port", "web", "web/lib/puppet/functions/web/port.rb"],
    ["whisper", "tools", "tools/lib/puppet/parser/functions/whisper.rb"],
    ["shout", "tools", "tools/lib/puppet/parser/functions/shout.rb"],
  ])("%s is found in module %s", (name, module, file) => {
    expect(findRubyFunction(name, environment)).toEqual({ module, file: join(root, file) });
  });

  it.each(["web::nope", "nope", "other::port"])("%s is not found", (name) => {
    expect(findRubyFunction(name, environment)).toBeUndefined();
  });
});
