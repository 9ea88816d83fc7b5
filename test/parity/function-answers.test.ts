import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { rows } from "../functions/answer.ts";

const SCRIPT = new URL("./function-answers.rb", import.meta.url).pathname;
const MODULEPATH = "/usr/share/puppet/modules";

/** The recorded answers are what the Puppet on this machine says (7.23 with stdlib 8.5.0). */
describe.each(["builtin", "iteration", "stdlib"])("%s", (name) => {
  const recorded = rows(new URL(`../functions/${name}.answers.txt`, import.meta.url));
  const input = recorded.map(([expression]) => expression).join("\n");
  const ran = spawnSync("ruby", ["-W0", SCRIPT, MODULEPATH], { input, encoding: "utf8" });
  const said = JSON.parse(ran.stdout.trim().split("\n").at(-1)!) as string[];

  test.each(recorded.map(([expression, expected], i) => [expression, expected, said[i]!] as const))(
    "%s",
    (_expression, expected, actual) => {
      expect(expected).toBe(actual.trimEnd().replace(/ for \w+$/, " for foo"));
    },
  );
});
