import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/diagnostics/failure.ts";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import { readConfigFile } from "../../src/settings/config-file.ts";
import { PUPPET_SETTINGS } from "../../src/settings/puppet-settings.ts";
import { Settings } from "../../src/settings/settings.ts";

/** The lines of `puppet config print all`, of Puppet 7.23, with directories of one letter and a given certname. */
const PRINTED = readFileSync(join(import.meta.dirname, "defaults.txt"), "utf8")
  .trimEnd()
  .split("\n");

/** Values that depend on the machine, on Debian, or on what is different here on purpose. */
const OWN = new Set([
  ...[
    "basemodulepath",
    "hiera_config",
    "vendormoduledir",
    "http_user_agent",
    "srv_domain",
    "name",
    "modulepath",
  ],
  ...["manifest", "lastrunfile", "lastrunreport", "write_catalog_summary", "publicdir"],
]);

const DIRECTORIES = {
  ...{ confdir: "/C", vardir: "/V", codedir: "/D", logdir: "/L", rundir: "/R", cadir: "/C/ssl/ca" },
  certname: "node.example.org",
};

function settings(text: string): Settings {
  const file = readConfigFile(text, "puppet.conf");
  const sections = [file.get("user")!, file.get("main")!];
  return new Settings({ commandLine: new Map(), file, sections, defaults: DIRECTORIES });
}

describe("the table of settings", () => {
  it("has the settings of Puppet", () => {
    expect([...PUPPET_SETTINGS.keys()].sort()).toEqual(PRINTED.map((line) => line.split(" ")[0]));
  });

  it.each(PRINTED.map((line) => line.split(" = ") as [string, string]))("%s is %s", (name, value) => {
    if (!OWN.has(name)) expect(settings("").text(name)).toBe(value);
  });

  it("says of each what it is for", () => {
    for (const [name, { doc }] of PUPPET_SETTINGS) expect(doc, name).toMatch(/^[A-Z`].*\.$/);
  });
});

function outcome(text: string, ...names: string[]): string {
  try {
    const read = settings(text).checked();
    return names.map((name) => read.text(name)).join(" ");
  } catch (error) {
    if (error instanceof Failure) return puppetText(error.issue);
    throw error;
  }
}

const START = "Could not initialize global default settings:";

describe("puppet.conf", () => {
  it.each([
    ["[main]\nserver = a # b\n", ["server"], "a # b"],
    ["server = a\n[main]\nserver = b", ["server"], "a"],
    [
      "[main]\nruninterval = 5m\nruninterval = 6m\n[user]\nsplay=true\n[main]\nruninterval = 7m",
      ["runinterval", "splay"],
      "300 true",
    ],
    ["[main]\nnoop = true\n[user]\nnoop = FALSE", ["noop"], "false"],
    ["[agent]\nnoop = true", ["noop"], "false"],
    ['[main]\nkeylength = 010\nruninterval="5m"', ["keylength", "runinterval"], "8 300"],
    ["[main]\nlogdir = /tmp/l { owner = root, mode = 750 }", ["logdir"], "/tmp/l"],
    ["[main]\nlogdir = $vardir/l\nreportdir = $logdir/r", ["reportdir"], "/V/l/r"],
    ["[main]\nserverport = 1", ["serverport", "masterport", "ca_port", "report_port"], "1 8140 1 1"],
    ["[main]\nmasterport = 1", ["serverport", "masterport"], "1 1"],
    ["\r\n[main]\r\n\tserver=a\r\n", ["server"], "a"],
    [
      "[main]\njunk here",
      [],
      "Could not parse puppet.conf: Could not match line junk here (file: puppet.conf, line: 2)",
    ],
    [
      "[main\nnoop = true",
      [],
      "Could not parse puppet.conf: Could not match line [main (file: puppet.conf, line: 1)",
    ],
    [
      "[main]\nlogdir = /l {vardir}",
      [],
      "Could not parse puppet.conf: Could not parse '/l {vardir}' (file: puppet.conf, line: 2)",
    ],
    [
      "[main]\nlogdir = /l {colour=x}",
      [],
      "Could not parse puppet.conf: Invalid file option 'colour' (file: puppet.conf, line: 2)",
    ],
    [
      "[main]\nlogdir = /l {mode=x}",
      [],
      "Could not parse puppet.conf: File modes must be numbers (file: puppet.conf, line: 2)",
    ],
    [
      "[main]\nlogdir = $nosuch/l",
      [],
      `${START} Error converting value for param 'logdir': Could not find value for $nosuch (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\nvardir = $vardir/l",
      [],
      `${START} Error converting value for param 'vardir': Could not find value for $vardir (file: puppet.conf, line: 2)`,
    ],
    [
      "\n[main]\nmodulepath = /x",
      [],
      `${START} Cannot set modulepath settings in puppet.conf (file: puppet.conf, line: 3)`,
    ],
    [
      "[agent]\nmanifest = /x",
      [],
      `${START} Cannot set manifest settings in puppet.conf (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\ncertname = WEB1",
      [],
      `${START} Certificate names must be lower case (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\nstrict = yes",
      [],
      `${START} Invalid value 'yes' for parameter strict. Allowed values are 'off', 'warning', 'error' (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\ndisable_warnings = foo, deprecations",
      [],
      `${START} Cannot disable unrecognized warning types 'foo'. Valid values are 'deprecations, undefined_variables, undefined_resources'. (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\nnode_name_fact = a\nnode_name_value = b",
      [],
      `${START} Cannot specify both the node_name_value and node_name_fact settings (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\nserverport = abc",
      [],
      `Could not prepare for execution: Cannot convert '"abc"' to an integer for parameter: masterport (file: puppet.conf, line: 2)`,
    ],
    [
      "[main]\nnoop =",
      [],
      `Could not prepare for execution: Invalid value '""' for boolean parameter: noop (file: puppet.conf, line: 2)`,
    ],
  ] as const)("%j", (text, names, expected) => {
    expect(outcome(text, ...names)).toBe(expected);
  });

  it("names the sections that there may be", () => {
    expect(outcome("[apply]\nnoop = true")).toBe(
      "Could not parse puppet.conf: Illegal section 'apply' in config file at (file: puppet.conf, line: 1). The only valid puppet.conf sections are: [main, server, master, agent, user]. Please use the directory environments feature to specify environments. (See https://puppet.com/docs/puppet/latest/environments_about.html)",
    );
  });
});

describe("notes", () => {
  it("warn of unknown names, with near ones", () => {
    expect(settings("[main]\nnop = true\n[agent]\nzzzzz = 1").notes()).toMatchObject([
      {
        level: "warning",
        message: "Unknown setting 'nop' is ignored (file: puppet.conf, line: 2). Did you mean 'noop'?",
      },
      { level: "warning", message: "Unknown setting 'zzzzz' is ignored (file: puppet.conf, line: 4)" },
    ]);
  });

  it("tell, at level info, what has no effect; not of sections that do not count", () => {
    expect(settings("[main]\nserver = a\nnoop = true\n[agent]\nruninterval = 1").notes()).toMatchObject([
      {
        level: "info",
        message:
          "Setting 'server' has no effect here: it is about Puppet servers (file: puppet.conf, line: 2)",
      },
    ]);
  });

  it("warn of $environment where it stays", () => {
    const read = settings("[main]\nlogdir = /l/$environment");
    expect(read.text("logdir")).toBe("/l/$environment");
    expect(read.notes().map(({ message }) => message)).toEqual([
      "You cannot interpolate $environment within 'logdir' when using directory environments. Its value will remain /l/$environment.",
    ]);
  });
});
