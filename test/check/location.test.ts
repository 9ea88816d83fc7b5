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
  ["function mail::retry() {}", "path/mail/manifests/queue.pp", MODULES, [PLACE]],
  ["class queue() {}", "path/mail/manifests/init.pp", MODULES, [PLACE]],
  ["define mail::queue::retry::count() {}", "path/mail/manifests/queue/limit.pp", MODULES, [PLACE]],
  ["function mail::queue() {}", "path/mail/manifests/queue.pp", MODULES, []],
  ["class mail() {}", "path/mail/manifests/init.pp", MODULES, []],
  ["function mail::queuE::retry() {}", "path/mail/manifests/qUeue.pp", MODULES, []],
  ["function mail::queue::retry() {}", "path/mail/manifests/queue/RETRY.pp", MODULES, []],
  ["function mail::retry() {}", undefined, MODULES, []],
  ["function mail::retry() {}", "", MODULES, []],
  ["class mail() {}", "a/manifest/file.pp", { modulepath: ["a"], manifest: "a/manifest/file.pp" }, []],
  ["class queue::retry() {}", "b/folder/with/more.pp", { modulepath: ["a"], manifest: "a/dir" }, []],
  ["class mail() {}", "some/where/else/site.pp", { modulepath: ["path"], manifest: "a/else" }, []],
  ["", "path/mail/manifests/init.pp", MODULES, []],
  ["# a comment", "path/mail/manifests/init.pp", MODULES, []],
  ["class mail::queue::retry() {}", "path/manifest/mail/queue.pp", MODULES, [PLACE]],
  ["class mail::queue::retry() {}", "path/mail/queue/manifest/retry.pp", MODULES, [PLACE]],
  ["class mail::bb() {}", "Path/mail/manifests/retry.pp", MODULES, []],
  [
    "class mail::retry() {}",
    "pathlonger/mail/manifests/retry.pp",
    { modulepath: ["path", "pathlonger"] },
    [],
  ],
  ["class mail::retry() {}", "pathlonger/mail/manifests/retry.pp", { modulepath: ["path/"] }, []],
  ["plan mail::retry::count() {}", "path/mail/plans/queue/retry/count.pp", PLANS, [PLACE]],
  ["plan mail() {}", "path/mail/plans/mail.pp", PLANS, [PLACE]],
  ["plan mail::queue() {}", "path/mail/plans/queue/queue.pp", PLANS, [PLACE]],
  ["plan mail::retry::count() {}", "path/mail/plans/retry/count.pp", PLANS, []],
  ["plan mail() {}", "path/mail/plans/init.pp", PLANS, []],
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
    const { program } = parse(new Source("class queue {}", "path/mail/manifests/init.pp"));
    expect(check(program!, MODULES)[0]?.message).toBe(
      "Unacceptable location. The name 'queue' is unacceptable in file 'path/mail/manifests/init.pp'",
    );
  });
});

describe("files of modules hold definitions only", () => {
  it.each(TOP_CONSTRUCTS)("%j in %s", (text, file, options, issues) => {
    expect(issuesOf(text, file, options)).toEqual(issues);
  });
});
