import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { factsHash } from "../../src/facts/facts.ts";
import { queried } from "../../src/facts/query.ts";
import { functionsFor } from "../../src/functions/functions-for.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { factFiles } from "../../src/ruby/fact-files.ts";
import { RubyFacts } from "../../src/ruby/facts.ts";
import { runtimeFor } from "../../src/ruby/ruby-for.ts";
import { Hash } from "../../src/values/hash.ts";
import { toPlain } from "../../src/values/plain.ts";
import { madeUpHost } from "../facts/made-up-host.ts";

const modules = mkdtempSync(join(tmpdir(), "nostrings-ruby-facts-"));
afterAll(() => rmSync(modules, { recursive: true }));

const folder = join(modules, "m/lib/facter");
mkdirSync(folder, { recursive: true });
const files = {
  "mine.rb": `Facter.add(:mine) do
  confine :kernel => 'linux'
  setcode { "mine on #{Facter.value(:kernel)}" }
end
Facter.add('command') { setcode 'echo hello' }
Facter.add('no_command') { setcode 'no-such-program --version' }
Facter.add(:never) { confine :kernel => 'Plan9'; setcode { 1 } }
Facter.add(:never_block) { confine(:kernel) { |value| value == 'Plan9' }; setcode { 1 } }
Facter.add(:heavy) { has_weight 10; setcode { 'heavy' } }
Facter.add(:heavy) { setcode { 'light' } }
Facter.add(:heavy) { has_weight 20; setcode { nil } }
Facter.add(:parts, :type => :aggregate) do
  chunk(:b, :require => :a) { |a| { 'b' => a['a'] + 1 } }
  chunk(:a) { { 'a' => 1 } }
end
Facter.add(:sum, :type => :aggregate) do
  chunk(:one) { 1 }
  chunk(:two) { 2 }
  aggregate { |chunks| chunks[:one] + chunks[:two] }
end
Facter.add(:fails) { setcode { raise 'no' } }
Facter.add(:slow, :timeout => 0.2) { setcode { sleep 10 } }
Facter.add(:symbolic) { setcode { { :a => :b } } }
Facter.add(:wrong_kind) { setcode { Object } }
Facter.add(:other_file) { setcode { Facter.fact(:made_x).value + Facter['mine'].value } }
Facter.add(:executed) { setcode { Facter::Core::Execution.execute('echo out; echo err >&2') } }
Facter.add(:on_fail) { setcode { Facter::Core::Execution.execute('no-such-program', :on_fail => 'failed') } }
Facter.add(:resolution) { setcode { [Facter::Util::Resolution.which('sh'), Facter::Util::Resolution.exec('echo x')] } }
Facter.add(:itself) { setcode { Facter.value(:itself) } }
# Facter.add(:commented) { setcode { 1 } }
`,
  "architecture.rb": "Facter.add(:architecture) { setcode { 'light fact' } }",
  "hardwaremodel.rb": "Facter.add(:hardwaremodel) { has_weight 1; setcode { 'heavy fact' } }",
  "made.rb": '%w[x y].each { |name| Facter.add("made_#{name}") { setcode { name.upcase } } }',
  "broken.rb": "Facter.add(:broken) { setcode {",
  "missing.rb": "Facter.add(:missing) { setcode { Puppet::Nope.new } }",
};
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);

const environment = new DirectoryEnvironment({ name: "production", modulepath: [modules] });
const runtime = runtimeFor(environment, functionsFor(environment));
const warnings: string[] = [];
const warn = (message: string) => void warnings.push(message);
const host = { ...madeUpHost({}), warn };
const options = { host, warn };
const facts: Hash = factsHash({
  ...options,
  custom: new RubyFacts({
    runtime,
    folders: [folder],
    all: () => facts,
    core: () => factsHash(options),
    warn,
  }),
});

describe("facts that modules add", () => {
  beforeEach(() => {
    warnings.length = 0;
  });

  it("start no Ruby while none of them is asked for", () => {
    expect(facts.get("kernel")).toBe("Linux");
    expect(facts.get("no_such_fact")).toBeUndefined();
    expect(runtime.started).toBe(false);
  });

  it.each([
    ["mine", "mine on Linux"],
    ["command", "hello"],
    ["no_command", undefined],
    ["never", undefined],
    ["never_block", undefined],
    ["heavy", "heavy"],
    ["parts", { a: 1, b: 2 }],
    ["sum", 3n],
    ["symbolic", { a: "b" }],
    ["other_file", "Xmine on Linux"],
    ["executed", "out"],
    ["on_fail", "failed"],
    ["made_y", "Y"],
    ["made_z", undefined],
    ["hardwaremodel", "heavy fact"],
    ["parts.b", 2n],
  ])("%s", (name, value) => {
    const found = queried(facts, name);
    expect(found instanceof Hash ? toPlain(found) : found).toEqual(value);
    expect(warnings).toEqual([]);
  });

  it("leave the built-in fact unless they have weight", () => {
    expect(facts.get("architecture")).toBe(factsHash(options).get("architecture"));
  });

  it.each([
    ["fails", "Error while resolving custom fact fact='fails', resolution='<anonymous>': no"],
    ["slow", "Timed out after 0.2 seconds while resolving fact='slow', resolution='<anonymous>'"],
    [
      "wrong_kind",
      "Fact resolution fact='wrong_kind', resolution='<anonymous>' resolved to an invalid value: Expected Object to be one of [Integer, Float, TrueClass, FalseClass, NilClass, Symbol, String, Array, Hash], but was Class",
    ],
    [
      "itself",
      "Error while resolving custom fact fact='itself', resolution='<anonymous>': Caught recursion on itself",
    ],
    ["broken", expect.stringMatching(/^error while resolving custom facts in .*broken\.rb .*syntax error/)],
    [
      "missing",
      expect.stringMatching(
        /^Could not collect fact missing: Puppet::Nope is not among what nostrings offers to Ruby code; module 'm' uses it in .*missing\.rb:1$/,
      ),
    ],
  ])("%s is absent, with a warning", (name, warning) => {
    expect(facts.get(name)).toBeUndefined();
    expect(warnings).toEqual([warning]);
  });

  it("are known by the names in their files", () => {
    const [found] = factFiles([folder]).filter(({ file }) => file.endsWith("made.rb"));
    expect(found).toMatchObject({ names: [], patterns: [/^made_.*$/i] });
    expect([...facts.possibleKeys()]).not.toContain("commented");
  });
});
