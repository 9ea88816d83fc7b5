import { describe, expect, it } from "vitest";
import { showing } from "../../src/evaluate/settings-variables.ts";
import { Settings } from "../../src/settings/settings.ts";
import { failureOf, output } from "./evaluator.ts";

describe("strict and strict_variables", () => {
  const unknown = "notice($x)";
  const coerced = "notice('3' + 1)";
  const place = "(line: 1, column: 8)";
  const words = "The string '3' was automatically coerced to the numerical value 3";
  it.each([
    [unknown, { strict: "off" }, ["Notice: Scope(Class[main]): "]],
    [
      unknown,
      { strict: "warning" },
      [`Warning: Unknown variable: 'x'. ${place}`, "Notice: Scope(Class[main]): "],
    ],
    [unknown, { strict: "error" }, [`Error: Evaluation Error: Unknown variable: 'x'. ${place}`]],
    [
      unknown,
      { strict: "off", strictVariables: true },
      [`Error: Evaluation Error: Unknown variable: 'x'. ${place}`],
    ],
    [coerced, { strict: "off" }, ["Notice: Scope(Class[main]): 4"]],
    [coerced, { strict: "warning" }, [`Warning: ${words} ${place}`, "Notice: Scope(Class[main]): 4"]],
    [coerced, { strict: "error" }, [`Error: Evaluation Error: ${words} ${place}`]],
  ] as const)("%s with %j", (code, settings, lines) => {
    expect(output(code, settings)).toEqual(lines);
  });
});

describe("settings named after others", () => {
  const paths = { confdir: "/c", vardir: "/v", certname: "vm" };
  it.each([
    ["ssldir", paths, "/c/ssl"],
    ["hostprivkey", paths, "/c/ssl/private_keys/vm.pem"],
    ["localcacert", { ...paths, ssldir: "/s" }, "/s/certs/ca.pem"],
    ["factpath", paths, "/v/lib/facter:/v/facts"],
    ["classfile", paths, "/v/state/classes.txt"],
    ["report_server", paths, "puppet"],
  ])("$settings::%s with %j", (name, defaults, value) => {
    const shown = showing(new Settings({ commandLine: new Map(), defaults }));
    expect(output(`notice($settings::${name})`, { shown })).toEqual([`Notice: Scope(Class[main]): ${value}`]);
  });
});

describe("hints", () => {
  it.each([
    ["notise('x')", "Did you mean 'notice'?"],
    ["$apple = 1 function f() { } notice($aple)", "Did you mean 'apple'?"],
    ["class a { } notice($a::x)", "class a has not been evaluated"],
    ["notice($a::x)", "class a could not be found"],
  ])("%s: %s", (code, hint) => {
    expect(failureOf(code, true).issue.hint).toBe(hint);
  });
});
