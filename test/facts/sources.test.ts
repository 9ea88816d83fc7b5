import { describe, expect, it } from "vitest";
import type { CustomFacts } from "../../src/facts/custom-facts.ts";
import { type FactOptions, factsHash } from "../../src/facts/facts.ts";
import { factFromArgument } from "../../src/facts/given.ts";
import { queried } from "../../src/facts/query.ts";
import { Hash } from "../../src/values/hash.ts";
import { toPlain } from "../../src/values/plain.ts";
import type { Value } from "../../src/values/value.ts";
import { type MadeUp, madeUpHost } from "./made-up-host.ts";

/** Where facts come from and which source wins; checked against facter 4.3.0. */
const rows: {
  about: string;
  has: MadeUp;
  options?: FactOptions;
  facts: Record<string, unknown>;
  warns?: string[];
}[] = [
  {
    about: "text files",
    has: { files: { "/etc/facter/facts.d/a.txt": "role=web\n# no\nempty=\nurl=http://x/?a=b\r\n" } },
    facts: { role: "web", url: "http://x/?a=b", empty: undefined },
  },
  {
    about: "YAML files",
    has: {
      files: {
        "/etc/facter/facts.d/a.yaml":
          "role: web\nports: [80, 443]\nsince: 2020-01-02\non: yes\nx: ~\nsite: {rack: 7, y: ~}\n",
      },
    },
    facts: { role: "web", ports: [80, 443], since: "2020-01-02", site: { rack: 7, y: "" }, x: undefined },
  },
  {
    about: "JSON files",
    has: { files: { "/etc/facter/facts.d/a.json": '{"Role": "web", "n": 1, "f": 1.0}' } },
    facts: { role: "web", n: 1, f: 1 },
  },
  {
    about: "executables that write lines",
    has: { files: { "/etc/facter/facts.d/run": "" }, commands: { "/etc/facter/facts.d/run": "role=db\n" } },
    facts: { role: "db" },
  },
  {
    about: "executables that write YAML",
    has: {
      files: { "/etc/facter/facts.d/run.sh": "" },
      commands: { "/etc/facter/facts.d/run.sh": "a: {b: 1}\n" },
    },
    facts: { a: { b: 1 } },
  },
  {
    about: "files that mean nothing",
    has: {
      files: {
        "/etc/facter/facts.d/a.yaml": "- 1\n",
        "/etc/facter/facts.d/b.json": "{",
        "/etc/facter/facts.d/README": "not a fact",
        "/etc/facter/facts.d/.hidden.txt": "hidden=yes\n",
        "/etc/facter/facts.d/z.txt": "good=yes\n",
      },
    },
    facts: { good: "yes", hidden: undefined },
    warns: [
      expect.stringMatching(
        /^Failed to handle \/etc\/facter\/facts.d\/b.json as facts: /,
      ) as unknown as string,
      "Could not interpret fact file /etc/facter/facts.d/a.yaml",
    ],
  },
  {
    about: "the file that sorts last, of several",
    has: { files: { "/etc/facter/facts.d/a.txt": "x=a\n", "/etc/facter/facts.d/b.txt": "x=b\n" } },
    facts: { x: "b" },
  },
  {
    about: "folders given, before the usual ones",
    has: { files: { "/etc/facter/facts.d/a.txt": "x=a\n", "/mod/facts.d/a.txt": "x=module\n" } },
    options: { externalFolders: ["/mod/facts.d"] },
    facts: { x: "module" },
  },
  {
    about: "external facts, before built-in ones",
    has: { files: { "/etc/facter/facts.d/a.yaml": "kernel: Hurd\nos: {family: Mine}\n" } },
    facts: { kernel: "Hurd", os: { family: "Mine" } },
  },
  {
    about: "the environment, before files",
    has: {
      files: { "/etc/facter/facts.d/a.txt": "x=file\n" },
      env: { FACTER_X: "env", facter_y: "low", FACTERLIB: "/x" },
    },
    facts: { x: "env", y: "low" },
  },
  {
    about: "given facts, before the environment",
    has: { env: { FACTER_X: "env" } },
    options: { given: Hash.of({ x: "given" }) },
    facts: { x: "given" },
  },
  {
    about: "single members",
    has: {},
    options: {
      overrides: [
        factFromArgument("os.family=Mine"),
        factFromArgument("a.b.c=1"),
        factFromArgument("kernel=Hurd"),
      ],
    },
    facts: { "os.family": "Mine", "os.hardware": "x86_64", a: { b: { c: "1" } }, kernel: "Hurd" },
  },
  {
    about: "given facts alone, when compiling for another machine",
    has: { env: { FACTER_X: "env" }, files: { "/etc/facter/facts.d/a.txt": "y=file\n" } },
    options: { given: Hash.of({ kernel: "Other" }), onlyGiven: true },
    facts: { kernel: "Other", x: undefined, y: undefined, os: undefined },
  },
  {
    about: "modules' facts, which may leave the built-in one",
    has: {},
    options: {
      custom: custom({ kernel: () => undefined, path: () => "/custom" }),
    },
    facts: { kernel: "Linux", path: "/custom", made_up: "up", made_down: undefined },
  },
  {
    about: "Puppet itself",
    has: {},
    options: { puppet: { certname: "web1.lan", noop: true } },
    facts: { puppetversion: "7.23.0", clientcert: "web1.lan", clientversion: "7.23.0", clientnoop: true },
  },
  {
    about: "a fact that fails, and leaves the others",
    has: {},
    options: {
      custom: custom({
        broken: () => {
          throw new Error("no such luck");
        },
      }),
    },
    facts: { broken: undefined, kernel: "Linux" },
    warns: ["Could not collect fact broken: no such luck"],
  },
];

/** Facts of modules by name. */
function custom(values: Readonly<Record<string, () => Value | undefined>>): CustomFacts {
  return {
    names: Object.keys(values),
    mayHave: (name) => name.startsWith("made_"),
    further: () => ["made_up"],
    value: (name) => (name === "made_up" ? "up" : values[name]?.()),
  };
}

describe.each(rows)("facts from $about", ({ has, options, facts, warns }) => {
  const host = madeUpHost(has);
  const found = factsHash({ ...options, host });
  it("are these", () => {
    const values = Object.keys(facts).map((query) => {
      const value = queried(found, query);
      return [query, value === undefined ? undefined : toPlain(value)];
    });
    expect(Object.fromEntries(values)).toEqual(facts);
    expect(host.warnings).toEqual(warns ?? []);
  });
});

describe("laziness", () => {
  const host = madeUpHost({
    files: { "/proc/meminfo": "MemTotal: 10 kB\nMemAvailable: 5 kB\nSwapTotal: 0 kB\n" },
  });
  const facts = factsHash({ host });
  it("looks at nothing before a fact is asked for, and then only at what that fact needs", () => {
    expect(host.looked).toEqual([]);
    expect(facts.get("memorysize")).toBe("10.00 KiB");
    facts.get("memory");
    expect(host.looked).toEqual(["/proc/meminfo"]);
  });
});
