import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { functionsFor } from "../../src/functions/functions-for.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";

test("functions of stdlib are those that the installed release brings", () => {
  const modulepath = [mkdtempSync(join(tmpdir(), "stdlib-"))];
  const found = (...names: string[]) => {
    const functions = functionsFor(new DirectoryEnvironment({ name: "production", modulepath }));
    return names.map((name) => functions.find(name)?.name);
  };
  const names = ["abs", "to_json_pretty", "stdlib::to_json_pretty", "ensure_packages", "nope"];
  expect(found(...names)).toEqual(["abs", ...Array(4)]);
  for (const name of ["functions/to_json_pretty.rb", "parser/functions/ensure_packages.rb"]) {
    const file = join(modulepath[0]!, "stdlib/lib/puppet", name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, "");
  }
  expect(found(...names)).toEqual(["abs", "to_json_pretty", undefined, "ensure_packages", undefined]);
});
