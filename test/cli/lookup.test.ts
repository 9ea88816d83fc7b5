import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type LookupRequest, runLookup } from "../../src/cli/lookup/lookup.ts";
import { parseArguments } from "../../src/cli/options.ts";
import { DEFAULT_LANGUAGE_SETTINGS } from "../../src/evaluate/settings.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { openScope } from "../../src/nostrings.ts";
import type { Hash } from "../../src/values/hash.ts";
import { readCases, writeSite } from "../hiera/harness.ts";

const FOLDER = join(import.meta.dirname, "lookups");

// What `puppet lookup` prints for a command line, and the exit code it ends with.
for (const file of readdirSync(FOLDER)) {
  for (const { title, files, facts, lookups } of readCases(readFileSync(join(FOLDER, file), "utf8"))) {
    describe(title, () => {
      const root = writeSite(files);
      test.each(lookups)("$request", ({ request, answer }) => {
        const { out, err, exitCode } = run(request, root, facts, false);
        expect(`${out}${err}exit ${exitCode}`.replaceAll(root, "@ROOT@")).toBe(answer);
      });
    });
  }
}

describe("what Puppet does not tell", () => {
  const root = writeSite({
    "env/production/hiera.yaml":
      "version: 5\nhierarchy:\n  - {name: top, path: top.yaml}\n  - {name: common, path: common.yaml}\n",
    "env/production/data/top.yaml": "m: {a: 1}\n",
    "env/production/data/common.yaml":
      "a: 1\n\nb:\n  c: 2\nloop: \"%{lookup('loop')}\"\n\nm:\n  b: 2\nalias: \"%{alias('m')}\"\n",
  });
  const none = readCases("== none\n")[0]!.facts;

  test("file and line of a found value", () => {
    expect(run("b.c --explain", root, none, true).out).toContain(
      `At ${root}/env/production/data/common.yaml:3\n`,
    );
  });

  test.each([
    ["a", ["common.yaml:1"]],
    ["b", ["common.yaml:3"]],
    ["b.c", ["common.yaml:4"]],
    ["nope b.c", ["common.yaml:4"]],
    ["m", ["top.yaml:1"]],
    ["m --merge hash", ["top.yaml:1", "common.yaml:7"]],
    ["alias", ["common.yaml:9"]],
    ["nope --default 1", []],
    ["b.nope --default 1", []],
  ])("where the value of %s stands", (line, places) => {
    const { err, exitCode } = run(line, root, none, true);
    expect({ err, exitCode }).toEqual({
      err: places.map((place) => `# ${root}/env/production/data/${place}\n`).join(""),
      exitCode: 0,
    });
  });

  test("why a lookup failed", () => {
    const { err, exitCode } = run("loop", root, none, true);
    expect({ err, exitCode }).toEqual({
      err: "Error: Lookup of key 'loop' failed: Recursive lookup detected in [loop]\n",
      exitCode: 1,
    });
  });
});

function run(line: string, root: string, facts: Hash, places: boolean) {
  return runLookup({ ...requestOf(line), places }, () =>
    openScope(
      {
        environment: directoryEnvironment("production", join(root, "env/production"), { basemodulepath: [] }),
        certname: "test.example.com",
        facts,
        settings: DEFAULT_LANGUAGE_SETTINGS,
        hieraConfig: join(root, "conf/hiera.yaml"),
        codedir: join(root, "code"),
      },
      false,
    ),
  );
}

const VALUES = ["merge", "knock_out_prefix", "type", "default", "render_as"];
const SWITCHES = ["sort_merged_arrays", "merge_hash_arrays", "explain", "explain_options"];

function requestOf(line: string): LookupRequest {
  const specs = [
    ...VALUES.map((name) => ({ name, value: "X", help: "" })),
    ...SWITCHES.map((name) => ({ name, help: "" })),
  ];
  const { options, positionals } = parseArguments(line.split(/ +/), specs, false);
  return {
    keys: positionals,
    merge: options.value("merge"),
    knockOutPrefix: options.value("knock_out_prefix"),
    type: options.value("type"),
    defaultValue: options.value("default"),
    renderAs: options.value("render_as"),
    sortMergedArrays: options.switch("sort_merged_arrays"),
    mergeHashArrays: options.switch("merge_hash_arrays"),
    explain: options.switch("explain"),
    explainOptions: options.switch("explain_options"),
  };
}
