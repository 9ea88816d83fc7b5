import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { definitionFile, manifestCandidates } from "../../src/modules/autoload.ts";
import { directoryEnvironment, findEnvironment } from "../../src/modules/directory-environment.ts";
import { readEnvironmentConf } from "../../src/modules/environment-conf.ts";
import { findModuleFile, manifestFiles } from "../../src/modules/module-files.ts";
import { treeOf } from "./tree.ts";

const root = treeOf({
  "production/manifests/b.pp": "",
  "production/manifests/a/z.pp": "",
  "production/manifests/notes.txt": "",
  "production/functions/f.pp": "",
  "production/functions/environment/g.pp": "",
  "production/modules/m/metadata.json": '{"name":"x-m","version":"1.2.3"}',
  "production/modules/m/manifests/init.pp": "",
  "production/modules/m/manifests/a/b.pp": "",
  "production/modules/m/functions/deep/f.pp": "",
  "production/modules/m/types/port.pp": "",
  "production/modules/m/types/init_typeset.pp": "",
  "production/modules/m/templates/t.epp": "",
  "production/modules/m/files/dir/f": "",
  "production/modules/broken/metadata.json": "{",
  "production/modules/Not-A-Module/": "",
  "shared/m/": "",
  "shared/n/": "",
  "conf/environment.conf":
    "modulepath = site/*:$basemodulepath\nmanifest=one.pp\nconfig_version = bin/version\nstrange = 1\n",
  "conf/site/p/": "",
  "conf/site/q/": "",
  "conf/one.pp": "",
});
const options = { basemodulepath: [join(root, "shared")] };
const production = findEnvironment("production", [join(root, "none"), root], options)!;

function within(path: string | undefined): string | undefined {
  return path?.slice(root.length + 1);
}

describe("an environment", () => {
  it("is a directory under the environmentpath", () => {
    expect(within(production.path)).toBe("production");
    expect(findEnvironment("staging", [root])).toBeUndefined();
    expect(findEnvironment("../x", [root])).toBeUndefined();
  });

  it("has its own modules before the shared ones, each name once", () => {
    expect(production.modules().map(({ path }) => within(path))).toEqual([
      "production/modules/broken",
      "production/modules/m",
      "shared/n",
    ]);
    expect(within(production.module("m")?.path)).toBe("production/modules/m");
    expect(production.module("nothing")).toBeUndefined();
    expect(production.module("../m")).toBeUndefined();
  });

  it("gives every module once, however it was found", () => {
    expect(production.modules()[1]).toBe(production.module("m"));
  });

  it("evaluates all manifests of its directory, sorted by path", () => {
    expect(manifestFiles(production.manifest!).map(within)).toEqual([
      "production/manifests/a/z.pp",
      "production/manifests/b.pp",
    ]);
  });

  it("follows environment.conf", () => {
    const conf = readEnvironmentConf(join(root, "conf"), options);
    expect(conf.modulepath.map(within)).toEqual(["conf/site/p", "conf/site/q", "shared"]);
    expect(within(conf.manifest)).toBe("conf/one.pp");
    expect(within(conf.configVersion)).toBe("conf/bin/version");
    const told: string[] = [];
    directoryEnvironment("conf", join(root, "conf"), { log: ({ message }) => told.push(message) });
    expect(told).toEqual([
      `Invalid settings in environment.conf at '${join(root, "conf/environment.conf")}'. The following unknown setting(s) are being ignored: strange`,
    ]);
  });

  it("lets the command line replace modulepath and manifest", () => {
    const changed = directoryEnvironment("production", join(root, "production"), {
      modulepath: [join(root, "shared")],
      manifest: join(root, "conf/one.pp"),
    });
    expect(changed.modules().map(({ name }) => name)).toEqual(["m", "n"]);
    expect(manifestFiles(changed.manifest!).map(within)).toEqual(["conf/one.pp"]);
  });
});

describe("a module", () => {
  it("has metadata when it says so", () => {
    expect(production.module("m")?.metadata).toEqual({ name: "x-m", version: "1.2.3" });
    expect(production.module("n")?.metadata).toBeUndefined();
  });

  it("with metadata that cannot be read has none, and that is told once", () => {
    const told: string[] = [];
    const log = ({ message }: LogEntry) => told.push(message);
    const module = findEnvironment("production", [root], { log })!.module("broken")!;
    expect([module.metadata, module.metadata]).toEqual([undefined, undefined]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^broken has an invalid and unparsable metadata.json file. The parse error: /);
  });

  it.each([
    ["templates", "m/t.epp", "production/modules/m/templates/t.epp"],
    ["files", "m/dir/f", "production/modules/m/files/dir/f"],
    ["files", "m/nothing", undefined],
    ["files", "nothing/f", undefined],
    ["files", "f", undefined],
    ["files", join(root, "conf/one.pp"), "conf/one.pp"],
    ["files", join(root, "conf/two.pp"), undefined],
  ] as const)("has in %s what is called %s", (folder, name, path) => {
    expect(within(findModuleFile(folder, name, production))).toBe(path);
  });
});

describe("autoloading looks", () => {
  it.each([
    ["m", ["init"]],
    ["m::a::b", ["a/b", "init"]],
    ["m::x", ["init"]],
    ["nothing::x", []],
  ])("for class %s in manifests %j", (name, files) => {
    const found = manifestCandidates(name, production).map(({ file }) => within(file));
    expect(found).toEqual(files.map((file) => `production/modules/m/manifests/${file}.pp`));
  });

  it.each([
    ["functions", "m::deep::f", "production/modules/m/functions/deep/f.pp"],
    ["functions", "environment::f", undefined],
    ["functions", "environment::g", "production/functions/environment/g.pp"],
    ["functions", "f", "production/functions/f.pp"],
    ["functions", "g", undefined],
    ["types", "m::port", "production/modules/m/types/port.pp"],
    ["types", "m::nothing", undefined],
    ["types", "m", "production/modules/m/types/init_typeset.pp"],
  ] as const)("for %s %s in %s", (folder, name, path) => {
    expect(within(definitionFile(folder, name, production)?.file)).toBe(path);
  });
});
