import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functionsFor } from "../../src/functions/functions-for.ts";
import { stdlibFunctions } from "../../src/functions/stdlib-functions.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { rubyEvaluator } from "../ruby/harness.ts";

/** Release 8.5.0. */
const INSTALLED = "/usr/share/puppet/modules";
const PICK = "stdlib/lib/puppet/parser/functions/pick.rb";

describe.skipIf(!existsSync(`${INSTALLED}/stdlib`))("with the files of release 8.5.0", () => {
  const functions = functionsFor(new DirectoryEnvironment({ name: "production", modulepath: [INSTALLED] }));

  it("every function that has one is served without Ruby", () => {
    const files = (name: string) =>
      ["functions", "parser/functions"].map((folder) => {
        const path = name.replaceAll("::", "/");
        return `${INSTALLED}/stdlib/lib/puppet/${folder}/${path}.rb`;
      });
    for (const [name, native] of stdlibFunctions) {
      expect([name, functions.find(name)]).toEqual([name, files(name).some(existsSync) ? native : undefined]);
    }
  });

  it("a function of a later release is unknown, with the release that has it", () => {
    expect(functions.find("stdlib::to_json_pretty")).toBeUndefined();
    expect(functions.why?.("stdlib::to_json_pretty")).toBe(
      `The module stdlib has it from 9.0.0 on; the one in ${INSTALLED}/stdlib is 8.5.0.`,
    );
  });

  it("a patched file runs as Ruby", () => {
    const patched = readFileSync(`${INSTALLED}/${PICK}`, "utf8").replace(
      "return args[0]",
      "return args[0].upcase",
    );
    const { notices } = rubyEvaluator({ [PICK]: patched });
    expect(notices("notice(pick(undef, 'a'))")).toEqual(["A"]);
  });
});

describe("without the files of a release", () => {
  it("a function of the site's own runs as Ruby", () => {
    const { notices } = rubyEvaluator({
      [PICK]: "Puppet::Parser::Functions.newfunction(:pick, type: :rvalue) { |args| args.last }",
      "a/lib/puppet/functions/merge.rb":
        "Puppet::Functions.create_function(:merge) { def merge(*hashes) hashes.length end }",
    });
    expect(notices("notice(pick('a', 'b'), merge({}, {}))")).toEqual(["b 2"]);
  });

  it("a function that only older releases have names them", () => {
    const { failure } = rubyEvaluator({ "stdlib/metadata.json": '{"version": "9.7.0"}' });
    const { message, hint } = failure("notice(is_array([]))").issue;
    expect(message).toMatch("Unknown function: 'is_array'.");
    expect(hint).toMatch(/^The module stdlib has it from 4\.0\.0 to 8\.6\.0; the one in .* is 9\.7\.0\.$/);
  });

  it("without stdlib the module is named", () => {
    const { failure } = rubyEvaluator({});
    expect(failure("notice(any2array(1))").issue.hint).toBe(
      "The module stdlib has it from 4.0.0 on; stdlib is not on the modulepath.",
    );
  });

  it("what functions of older releases ask of Puppet is there", () => {
    const { notices } = rubyEvaluator({
      "stdlib/lib/puppet/parser/functions/pick.rb": `Puppet::Parser::Functions.newfunction(:pick, type: :rvalue) do |args|
        name, title = Puppet::Resource.type_and_title(args[0], nil)
        support = Puppet::Pops::Evaluator::Runtime3ResourceSupport
        type = support.find_resource_type_or_class(find_global_scope, name.downcase)
        [name, title, function_downcase([:Symbol]), findresource(type, title).to_s]
      end`,
    });
    expect(notices("package { 'git': } notice(pick('package[git]'))")).toEqual([
      "[Package, git, symbol, Package[git]]",
    ]);
  });
});
