import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { CheckOptions } from "../../src/check/context.ts";
import { Source } from "../../src/source/source.ts";
import { parse } from "../../src/syntax/parse.ts";

/** The issues of a text in a file, as `CODE line`. */
function issuesOf(text: string, file: string | undefined, options: CheckOptions): string[] {
  const { program } = parse(new Source(text, file), { tasks: options.tasks ?? false });
  return check(program!, options).map(({ code, place }) => `${code} ${place?.line}`);
}

type Row = readonly [
  text: string,
  file: string | undefined,
  options: CheckOptions,
  issues: readonly string[],
];

const MODULES: CheckOptions = { modulepath: ["path"] };
const PLANS: CheckOptions = { modulepath: ["path"], tasks: true };
const PLACE = "ILLEGAL_DEFINITION_LOCATION 1";
const TOP = "ILLEGAL_TOP_CONSTRUCT_LOCATION 1";

const LOCATIONS: readonly Row[] = [
  ["function aaa::ccc() {}", "path/aaa/manifests/bbb.pp", MODULES, [PLACE]],
  ["class bbb() {}", "path/aaa/manifests/init.pp", MODULES, [PLACE]],
  ["define aaa::bbb::ccc::eee() {}", "path/aaa/manifests/bbb/ddd.pp", MODULES, [PLACE]],
  ["function aaa::bbb() {}", "path/aaa/manifests/bbb.pp", MODULES, []],
  ["class aaa() {}", "path/aaa/manifests/init.pp", MODULES, []],
  ["function aaa::bbB::ccc() {}", "path/aaa/manifests/bBb.pp", MODULES, []],
  ["function aaa::bbb::ccc() {}", "path/aaa/manifests/bbb/CCC.pp", MODULES, []],
  ["function aaa::ccc() {}", undefined, MODULES, []],
  ["function aaa::ccc() {}", "", MODULES, []],
  ["class aaa() {}", "a/manifest/file.pp", { modulepath: ["a"], manifest: "a/manifest/file.pp" }, []],
  ["class bbb::ccc() {}", "a/dir/and/more/stuff.pp", { modulepath: ["a"], manifest: "a/dir" }, []],
  ["class aaa() {}", "a/random/dir/file1.pp", { modulepath: ["path"], manifest: "a/else" }, []],
  ["", "path/aaa/manifests/init.pp", MODULES, []],
  ["# a comment", "path/aaa/manifests/init.pp", MODULES, []],
  ["class aaa::bbb::ccc() {}", "path/manifest/aaa/bbb.pp", MODULES, [PLACE]],
  ["class aaa::bbb::ccc() {}", "path/aaa/bbb/manifest/ccc.pp", MODULES, [PLACE]],
  ["class aaa::bb() {}", "Path/aaa/manifests/ccc.pp", MODULES, []],
  ["class aaa::ccc() {}", "pathplus/aaa/manifests/ccc.pp", { modulepath: ["path", "pathplus"] }, []],
  ["class aaa::ccc() {}", "pathplus/aaa/manifests/ccc.pp", { modulepath: ["path/"] }, []],
  ["plan aaa::ccc::eee() {}", "path/aaa/plans/bbb/ccc/eee.pp", PLANS, [PLACE]],
  ["plan aaa() {}", "path/aaa/plans/aaa.pp", PLANS, [PLACE]],
  ["plan aaa::bbb() {}", "path/aaa/plans/bbb/bbb.pp", PLANS, [PLACE]],
  ["plan aaa::ccc::eee() {}", "path/aaa/plans/ccc/eee.pp", PLANS, []],
  ["plan aaa() {}", "path/aaa/plans/init.pp", PLANS, []],
];

const TOP_CONSTRUCTS: readonly Row[] = [
  ["class x{}", "path/x/manifests/init.pp", MODULES, []],
  ["define x{}", "path/x/manifests/init.pp", MODULES, []],
  ["function x() {}", "path/x/manifests/init.pp", MODULES, []],
  ["type A = Data", "path/x/manifests/init.pp", MODULES, []],
  ["$foo = 1", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["notify { nope: }", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["Notify { message => 'yo' }", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["include 'foo'", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["node default {}", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["1+1", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["User <| tag == web |>", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["Sshkey <<| |>>", "path/x/manifests/init.pp", MODULES, [TOP]],
  ["$foo = 1", "elsewhere/init.pp", MODULES, []],
  [
    "class foo {}\nnotify { nope: }\nnode bar {}\n\n$a = 7",
    "path/foo/manifests/init.pp",
    MODULES,
    [2, 3, 5].map((line) => `ILLEGAL_TOP_CONSTRUCT_LOCATION ${line}`),
  ],
  ["class foo { define string() {} }", "path/foo/manifests/init.pp", MODULES, []],
];

describe("definitions are where autoloading looks for them", () => {
  it.each(LOCATIONS)("%s in %s", (text, file, options, issues) => {
    expect(issuesOf(text, file, options)).toEqual(issues);
  });

  it("says which name and which file", () => {
    const { program } = parse(new Source("class bbb {}", "path/aaa/manifests/init.pp"));
    expect(check(program!, MODULES)[0]?.message).toBe(
      "Unacceptable location. The name 'bbb' is unacceptable in file 'path/aaa/manifests/init.pp'",
    );
  });
});

describe("files of modules hold definitions only", () => {
  it.each(TOP_CONSTRUCTS)("%j in %s", (text, file, options, issues) => {
    expect(issuesOf(text, file, options)).toEqual(issues);
  });
});
