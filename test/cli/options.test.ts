import { describe, expect, it } from "vitest";
import { type OptionSpec, parseArguments } from "../../src/cli/options.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

const SPECS: readonly OptionSpec[] = [
  { name: "execute", short: "e", value: "CODE", help: "" },
  { name: "detailed_exitcodes", help: "" },
  { name: "verbose", short: "v", help: "" },
  { name: "fact", value: "NAME=VALUE", list: true, help: "" },
];

function read(...argv: string[]) {
  const { options, positionals } = parseArguments(argv, SPECS, true);
  const given = [...options.names()].map((name) => [name, options.value(name) ?? options.switch(name)]);
  return { ...Object.fromEntries(given), positionals };
}

describe("a command line", () => {
  it.each([
    [["-e", "notice(1)"], { execute: "notice(1)" }],
    [["--execute=notice(1)"], { execute: "notice(1)" }],
    [["--detailed-exitcodes"], { detailed_exitcodes: true }],
    [["--detailed_exitcodes"], { detailed_exitcodes: true }],
    [["--modulepath=/a:/b"], { modulepath: "/a:/b" }],
    [["--modulepath", "/a:/b"], { modulepath: "/a:/b" }],
    [["--hiera-config", "/h.yaml"], { hiera_config: "/h.yaml" }],
    [["--no-show_diff"], { show_diff: false }],
    [["--no-show-diff"], { show_diff: false }],
    [["--noop"], { noop: true }],
    [["--no-noop"], { noop: false }],
    [["--color=false"], { color: false }],
    [["-v", "--tags", "a,b"], { verbose: true, tags: "a,b" }],
    [["--execute=a=b\nc"], { execute: "a=b\nc" }],
  ])("%j", (argv, expected) => {
    expect(read(...argv)).toEqual({ ...expected, positionals: [] });
  });

  it("keeps what is not an option in order", () => {
    expect(read("a.pp", "--noop", "b.pp", "--", "--noop")).toEqual({
      noop: true,
      positionals: ["a.pp", "b.pp", "--noop"],
    });
  });

  it("collects a list option", () => {
    expect(parseArguments(["--fact", "a=1", "--fact=b=2"], SPECS, true).options.values("fact")).toEqual([
      "a=1",
      "b=2",
    ]);
  });

  it.each([
    ["--modulpath=/a", "invalid option: --modulpath. Did you mean --modulepath?"],
    ["--zzzzzzzzz", "invalid option: --zzzzzzzzz"],
    ["--no-modulepath", "invalid option: --no-modulepath. Did you mean --modulepath?"],
    ["--noop=maybe", "Could not parse application options: needless argument: --noop=maybe"],
    ["--noop=true", "Could not parse application options: needless argument: --noop=true"],
    ["--certname", "--certname needs a value"],
  ])("refuses %s", (argument, message) => {
    expect(parseArguments([argument], SPECS, true).wrong).toEqual(new UsageError(message));
  });
});
