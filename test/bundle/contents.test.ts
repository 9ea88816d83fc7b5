import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contents } from "../../src/bundle/contents.ts";
import { inventoryOf, pack } from "../../src/bundle/pack.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "site-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Write files, by path below the root. */
function files(all: Readonly<Record<string, string>>, below = "site"): void {
  for (const [path, text] of Object.entries(all)) {
    const file = join(root, below, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

interface Wanted {
  readonly nodes?: readonly string[];
  readonly include?: readonly string[];
  readonly environment?: string;
}

function collected({ nodes = [], include = [], environment = "production" }: Wanted = {}) {
  const warnings: string[] = [];
  const site = directoryEnvironment(environment, join(root, "site"), {
    basemodulepath: [join(root, "shared")],
  });
  const made = contents(site, { environment, nodes }, include, (message) => warnings.push(message));
  return { ...made, warnings, paths: made.files.map(({ path }) => path) };
}

const HIERA = `
version: 5
hierarchy:
  - { name: node, path: "nodes/%{trusted.certname}.yaml" }
  - { name: environment, paths: ["env/%{environment}.yaml", "env/%{environment}/%{facts.role}.yaml"] }
  - { name: rest, glob: "common/*.yaml" }
`;

describe("what goes into a bundle", () => {
  it("is the site's own parts, and nothing beside them", () => {
    files({
      "manifests/site.pp": "",
      "hiera.yaml": "version: 5\n",
      "environment.conf": "",
      "data/common.yaml": "",
      "modules/m/manifests/init.pp": "",
      "modules/m/.git/config": "",
      "modules/m/manifests/init.pp~": "",
      "functions/f.pp": "",
      "lib/facter/x.rb": "",
      "node_modules/x/index.js": "",
      "keys/private_key.pkcs7.pem": "",
      "README.md": "",
    });
    expect(collected().paths).toEqual([
      "data/common.yaml",
      "environment.conf",
      "functions/f.pp",
      "hiera.yaml",
      "lib/facter/x.rb",
      "manifests/site.pp",
      "modules/m/manifests/init.pp",
    ]);
  });

  it("is also what is included", () => {
    files({ "manifests/site.pp": "", "app/a": "", "app/b/c": "", "other/x": "" });
    expect(collected({ include: ["app"] }).paths).toEqual(["app/a", "app/b/c", "manifests/site.pp"]);
    expect(() => collected({ include: ["../shared"] })).toThrow("is outside the site");
    expect(() => collected({ include: ["missing"] })).toThrow("Could not find file");
  });

  it("leaves out the data of other environments and nodes", () => {
    files({
      "manifests/site.pp": "",
      "hiera.yaml": HIERA,
      "data/nodes/a.yaml": "",
      "data/nodes/b.yaml": "",
      "data/env/production.yaml": "",
      "data/env/production/web.yaml": "",
      "data/env/test.yaml": "",
      "data/env/test/web.yaml": "",
      "data/common/x.yaml": "",
      "data/unknown.yaml": "",
    });
    const always = ["data/common/x.yaml", "data/env/production.yaml", "data/env/production/web.yaml"];
    const rest = ["data/unknown.yaml", "hiera.yaml", "manifests/site.pp"];
    expect(collected().paths).toEqual([...always, "data/nodes/a.yaml", "data/nodes/b.yaml", ...rest]);
    expect(collected({ nodes: ["a"] }).paths).toEqual([...always, "data/nodes/a.yaml", ...rest]);
    expect(collected({ environment: "test", nodes: ["c"] }).paths).toEqual([
      "data/common/x.yaml",
      "data/env/test.yaml",
      "data/env/test/web.yaml",
      ...rest,
    ]);
  });

  it("takes of shared modules those that are mentioned, and what they mention", () => {
    files({ "manifests/site.pp": "include apache", "modules/own/manifests/init.pp": "" });
    files(
      {
        "apache/manifests/init.pp": "concat { 'x': }",
        "concat/metadata.json": '{"dependencies":[{"name":"puppetlabs-stdlib"}]}',
        "stdlib/lib/x.rb": "",
        "mysql/manifests/init.pp": "",
        "own/manifests/other.pp": "",
      },
      "shared",
    );
    const { paths, site } = collected();
    expect(paths).toEqual([
      ".nostrings/modules/apache/manifests/init.pp",
      ".nostrings/modules/concat/metadata.json",
      ".nostrings/modules/stdlib/lib/x.rb",
      "manifests/site.pp",
      "modules/own/manifests/init.pp",
    ]);
    expect(site).toEqual({
      environment: "production",
      manifest: "manifests",
      modulepath: ["modules", ".nostrings/modules"],
    });
  });

  it("holds files where the site has links", () => {
    files({ "manifests/site.pp": "", "modules/m/files/real": "text" });
    files({ "files/y": "elsewhere" }, "linked");
    symlinkSync("real", join(root, "site/modules/m/files/link"));
    symlinkSync(join(root, "linked"), join(root, "site/modules/n"));
    const { files: made } = collected();
    expect(made.map(({ path, content }) => [path, content.toString()])).toEqual([
      ["manifests/site.pp", ""],
      ["modules/m/files/link", "text"],
      ["modules/m/files/real", "text"],
      ["modules/n/files/y", "elsewhere"],
    ]);
    symlinkSync("..", join(root, "site/modules/m/again"));
    expect(() => collected()).toThrow("is a link to a directory that it is in itself");
  });

  it("tells of data that is not in the site", () => {
    files({ "manifests/site.pp": "", "hiera.yaml": "version: 5\ndefaults: { datadir: /srv/data }\n" });
    expect(collected().warnings).toEqual([
      "hiera.yaml looks for data outside the site, which is not bundled: /srv/data",
    ]);
  });

  it("needs a manifest", () => {
    files({ "hiera.yaml": "" });
    expect(() => collected()).toThrow(Failure);
  });
});

describe("the archive", () => {
  const made = (): Buffer => {
    const all = collected();
    return pack(inventoryOf(all), undefined, all);
  };

  it("is the same for the same site, whenever and whoever", () => {
    const site = { "manifests/site.pp": "x", "modules/b/files/1": "1", "modules/a/files/2": "2" };
    files(site);
    const first = made();
    rmSync(join(root, "site"), { recursive: true });
    files(Object.fromEntries(Object.entries(site).reverse()));
    execFileSync("touch", ["-d", "2001-02-03", join(root, "site/manifests/site.pp")]);
    execFileSync("chmod", ["600", join(root, "site/manifests/site.pp")]);
    expect(made().equals(first)).toBe(true);
  });

  it("is one that tar reads", () => {
    const long = `modules/m/files/${"long-".repeat(30)}`;
    files({ "manifests/site.pp": "x", "modules/m/files/ümlaut": "ü", [long]: "long" });
    writeFileSync(join(root, "app.nsb"), made());
    const listing = execFileSync("tar", ["tf", join(root, "app.nsb"), "--quoting-style=literal"], {
      encoding: "utf8",
    });
    expect(listing.trim().split("\n")).toEqual([
      ".nostrings/inventory.json",
      "manifests/site.pp",
      long,
      "modules/m/files/ümlaut",
    ]);
    const text = execFileSync("tar", ["xOf", join(root, "app.nsb"), long], { encoding: "utf8" });
    expect(text).toBe("long");
  });
});
