import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_LANGUAGE_SETTINGS } from "../../src/evaluate/settings.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { type CompileOptions, compile } from "../../src/nostrings.ts";
import { Hash } from "../../src/values/hash.ts";
import { writeSite } from "./harness.ts";

const root = writeSite({
  "env/production/hiera.yaml": "version: 5\n",
  "env/production/data/common.yaml": "c::p: \"x %{lookup('y')}\"\ny: 1\n",
  "conf/hiera.yaml": "version: 5\nhierarchy:\n  - {name: global, path: global.yaml}\n",
  "conf/data/global.yaml": "y: 2\n",
});

function logged(code: string, options: Partial<CompileOptions>): string[] {
  const lines: string[] = [];
  compile({
    environment: directoryEnvironment("production", join(root, "env/production"), { basemodulepath: [] }),
    code,
    certname: "test.example.com",
    facts: Hash.empty,
    settings: DEFAULT_LANGUAGE_SETTINGS,
    hieraConfig: join(root, "conf/hiera.yaml"),
    log: ({ level, message }) => lines.push(`${level}: ${message.replaceAll(root, "@ROOT@")}`),
    ...options,
  });
  return lines;
}

// As `puppet apply --debug` has it.
test("how lookups went is told at level debug", () => {
  const code = "class c($p) { notice($p) } include c";
  const [inner, outer, notice, ...more] = logged(code, { explainLookups: true });
  expect(inner).toBe(`debug: Lookup of 'y'
  Interpolation on "x %{lookup('y')}"
    Searching for "y"
      Global Data Provider (hiera configuration version 5)
        Using configuration "@ROOT@/conf/hiera.yaml"
        Hierarchy entry "global"
          Path "@ROOT@/conf/data/global.yaml"
            Original path: "global.yaml"
            Found key: "y" value: 2`);
  expect(outer).toMatch(/^debug: Automatic Parameter Lookup of 'c::p'\n {2}Searching for "lookup_options"\n/);
  expect(notice).toBe("notice: x 2");
  expect(more).toEqual([]);
});

test("data_binding_terminus=none switches the global layer off", () => {
  const code = "notice(lookup('y'))";
  expect(logged(code, {})).toEqual(["notice: 2"]);
  expect(logged(code, { dataBindingTerminus: "none" })).toEqual(["notice: 1"]);
});
