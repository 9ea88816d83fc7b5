import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { Issue } from "../../src/diagnostics/issue.ts";
import { askerOf } from "../../src/evaluate/scope-asker.ts";
import type { LayeredDataOptions } from "../../src/hiera/layered-data.ts";
import { openSite, writeSite } from "./harness.ts";

const HIERA = "env/production/hiera.yaml";
const COMMON = "env/production/data/common.yaml";

function lookup(root: string, key: string, options: Partial<LayeredDataOptions> = {}): unknown {
  const { hiera, scope } = openSite(root, options);
  return hiera.lookup(key, askerOf(scope));
}

function issueOf(act: () => unknown): Issue {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error.issue;
    throw error;
  }
  throw new Error("nothing failed");
}

describe("places of what is wrong", () => {
  const rows: [what: string, hiera: string, common: string, line: number, column: number, hint?: string][] = [
    ["an unknown key", "version: 5\nhierarchi: []\n", "", 2, 1, "Did you mean 'hierarchy'?"],
    [
      "an unknown key of an entry",
      "version: 5\nhierarchy:\n  - name: x\n    pathz: y\n",
      "",
      4,
      5,
      "Did you mean 'path' or 'paths'?",
    ],
    ["a wrong value", "version: 5\nhierarchy:\n  - name: x\n    paths:\n      - a\n      - 5\n", "", 6, 9],
    ["a name used twice", "version: 5\nhierarchy:\n  - name: x\n  - name: x\n", "", 4, 5],
    ["two functions", "version: 5\nhierarchy:\n  - name: x\n    data_hash: a\n    lookup_key: b\n", "", 5, 5],
    ["broken configuration", "version: 5\nhierarchy:\n  - name: [x\n", "", 4, 1],
    ["broken data", "version: 5\n", "a: 1\nb: c: d\n", 2, 5],
    ["a Ruby object", "version: 5\n", "a: 1\nb:\n  c: !ruby/object:Foo {}\n", 3, 23],
    ["an alias to itself", "version: 5\n", "a: &x\n  b: *x\n", 2, 6],
    ["an unknown alias", "version: 5\n", "a: 1\nb: *x\n", 2, 4],
  ];
  test.each(rows)("%s", (_what, hiera, common, line, column, hint) => {
    const root = writeSite({ [HIERA]: hiera, ...(common === "" ? {} : { [COMMON]: common }) });
    const { place, hint: given } = issueOf(() => lookup(root, "a"));
    expect({ file: place?.file, line: place?.line, column: place?.column, hint: given }).toEqual({
      file: join(root, common === "" ? HIERA : COMMON),
      line,
      column,
      hint,
    });
  });
});

test("an unknown variable in a configuration is an error when strict", () => {
  const root = writeSite({
    [HIERA]: "version: 5\nhierarchy:\n  - name: x\n    paths:\n      - a.yaml\n      - '%{nope}.yaml'\n",
  });
  const { code, message, place } = issueOf(() => lookup(root, "a", { strict: "error" }));
  expect([code, message, place?.line]).toEqual(["HIERA_UNDEFINED_VARIABLE", "Undefined variable 'nope'", 6]);
});

describe("files that cannot be read", () => {
  test("a dangling link is no file", () => {
    const root = writeSite({ [HIERA]: "version: 5\n" });
    mkdirSync(join(root, "env/production/data"));
    symlinkSync("nowhere", join(root, COMMON));
    expect(lookup(root, "a")).toBeUndefined();
  });

  test("a directory in the place of a file", () => {
    const root = writeSite({ [HIERA]: "version: 5\n" });
    mkdirSync(join(root, COMMON), { recursive: true });
    expect(issueOf(() => lookup(root, "a")).message).toBe(
      `Is a directory @ io_fread - ${join(root, COMMON)}`,
    );
  });

  test("bytes that are no UTF-8", () => {
    const root = writeSite({ [HIERA]: "version: 5\n", [COMMON]: "" });
    writeFileSync(join(root, COMMON), Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]));
    expect(issueOf(() => lookup(root, "a")).message).toBe(
      `invalid byte sequence in UTF-8 - ${join(root, COMMON)}`,
    );
  });

  test.each(["yaml", "json", "conf"])("%s nested without end", (extension) => {
    const backend = { yaml: "yaml", json: "json", conf: "hocon" }[extension];
    const root = writeSite({
      [HIERA]: `version: 5\nhierarchy: [{name: x, data_hash: ${backend}_data, path: deep.${extension}}]\n`,
      [`env/production/data/deep.${extension}`]: `{"a": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    });
    expect(issueOf(() => lookup(root, "a")).message).toMatch(/too deep|exceed|exhaust|nest/i);
  });

  test("no data directory at all", () => {
    const root = writeSite({ [HIERA]: "version: 5\ndefaults: {datadir: none, data_hash: yaml_data}\n" });
    expect(lookup(root, "a")).toBeUndefined();
  });
});

describe("encrypted values", () => {
  const root = writeSite({
    [HIERA]:
      "version: 5\nhierarchy: [{name: e, lookup_key: eyaml_lookup_key, path: secret.eyaml, options: {k: 1}}]\n",
    "env/production/data/secret.eyaml":
      'plain: text\nsecret: "a ENC[PKCS7,abc] b"\nlist: [{x: "ENC[PKCS7,q]"}, 5]\nvar: "%{environment}"\n',
  });
  const file = join(root, "env/production/data/secret.eyaml");

  test("plain ones need no key", () => {
    expect(lookup(root, "plain")).toBe("text");
    expect(lookup(root, "var")).toBe("production");
    expect(lookup(root, "nothing")).toBeUndefined();
  });

  test("without a key they fail when used, naming file and key", () => {
    const words = `hiera-eyaml backend error decrypting a ENC[PKCS7,abc] b when looking up secret in ${file}.`;
    expect(issueOf(() => lookup(root, "secret")).message).toContain(words);
  });

  test("Hiera 3 has them too", () => {
    const old = writeSite({
      "conf/hiera.yaml":
        ":backends: [eyaml]\n:hierarchy: [secret]\n:eyaml:\n  :datadir: '@ROOT@/h'\n  :k: 2\n",
      "h/secret.eyaml": "secret: ENC[PKCS7,abc]\n",
    });
    const { hiera, scope } = openSite(old, { decrypt: ({ options }) => JSON.stringify([...options.keys()]) });
    expect(hiera.lookup("secret", askerOf(scope))).toBe('["k","path"]');
  });

  test("they are opened once, wherever they stand", () => {
    const seen: string[] = [];
    const { hiera, scope } = openSite(root, {
      decrypt: ({ text, key, options }) => {
        seen.push(`${key} ${options.get("k")}`);
        return text.replace(/ENC\[.*?\]/, "open\n");
      },
    });
    expect(hiera.lookup("secret", askerOf(scope))).toBe("a open\n b");
    expect(hiera.lookup("secret", askerOf(scope))).toBe("a open\n b");
    expect(hiera.lookup("list.0.x", askerOf(scope))).toBe("open");
    expect(seen).toEqual(["secret 1", "list.0.x 1"]);
  });
});
