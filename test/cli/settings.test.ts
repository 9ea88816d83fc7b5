import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import { Workshop } from "./program.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

function put(path: string, text: string): string {
  const file = join(workshop.path, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What `notice` says with a puppet.conf and a command line. */
async function noticed(conf: string, code: string, ...argv: string[]): Promise<string> {
  put("confdir/puppet.conf", conf);
  const { text } = await workshop.run(["compile", "--certname=vm", ...argv, "-e", code]);
  return text
    .split("\n")
    .filter((line) => !/^[{}\s]/.test(line))
    .join("\n")
    .trim();
}

describe("a value that a setting does not take", () => {
  const file = () => join(workshop.path, "made");
  it.each([
    ["", ["--noop=maybe"], "Error: Could not parse application options: needless argument: --noop=maybe"],
    ["", ["--noop=TRUE"], "Error: Could not parse application options: needless argument: --noop=TRUE"],
    [
      "[main]\nnoop = yes",
      [],
      `Error: Could not prepare for execution: Invalid value '"yes"' for boolean parameter: noop (file: WORKSHOP/confdir/puppet.conf, line: 2)`,
    ],
    [
      "[user]\nshow_diff = 1",
      [],
      `Error: Could not prepare for execution: Invalid value '"1"' for boolean parameter: show_diff (file: WORKSHOP/confdir/puppet.conf, line: 2)`,
    ],
    [
      "",
      ["--runinterval=1w"],
      `Error: Could not prepare for execution: Invalid duration format '"1w"' for parameter: runinterval`,
    ],
    [
      "",
      ["--strict=yes"],
      "Error: Could not initialize global default settings: Invalid value 'yes' for parameter strict. Allowed values are 'off', 'warning', 'error'",
    ],
    [
      "",
      ["--certname=WEB1"],
      "Error: Could not initialize global default settings: Certificate names must be lower case",
    ],
    ["", ["--timeout=soon"], `Error: Invalid duration format '"soon"' for parameter: timeout`],
    ["", ["--config=/nonexistent"], "Error: Could not find the configuration file /nonexistent"],
  ] as const)("%j %j: nothing is done", async (conf, argv, says) => {
    put("confdir/puppet.conf", conf);
    const ended = await workshop.run(["apply", ...argv, "-e", `file { '${file()}': ensure => file }`]);
    expect(ended.code).toBe(1);
    expect(ended.text.split("\n")[0]).toBe(says);
    expect(existsSync(file())).toBe(false);
  });
});

describe("$settings::NAME", () => {
  it.each([
    [
      "[main]\nserver = compiler.example.org\nruninterval = 5m\ndaemonize = False",
      "$settings::server, $settings::runinterval, $settings::daemonize",
      "compiler.example.org 300 false",
    ],
    [
      "",
      "$settings::manifest, $settings::masterport, $settings::maxwaitforcert",
      "no_manifest 8140 Infinity",
    ],
    [
      "",
      "$settings::hiera_config, $settings::certname, $settings::hostcert",
      "WORKSHOP/confdir/hiera.yaml vm WORKSHOP/confdir/ssl/certs/vm.pem",
    ],
    ["[main]\nruninterval = 7", "$settings::all_local['runinterval'], $settings::all_local.length", "7 232"],
  ])("%j: %s", async (conf, names, values) => {
    expect(await noticed(conf, `notice(${names})`)).toBe(`Notice: Scope(Class[main]): ${values}`);
  });

  it("knows those of the environment", async () => {
    const site = join(workshop.path, "site");
    put("site/environment.conf", "modulepath = own\nmanifest = one.pp\nenvironment_timeout = 3m\n");
    put("site/manifests/x.pp", "");
    put("site/one.pp", "notice($settings::modulepath, $settings::manifest, $settings::environment_timeout)");
    put("confdir/puppet.conf", "");
    const { text } = await workshop.run(["compile", site]);
    expect(text).toContain("WORKSHOP/site/own WORKSHOP/site/one.pp 180");
  });
});

describe("environment.conf", () => {
  it.each([
    [
      "strange = 1\nmodulpath = x\n",
      "Invalid settings in environment.conf at 'WORKSHOP/odd/environment.conf'. The following unknown setting(s) are being ignored: strange, modulpath. Did you mean 'modulepath'?",
    ],
    [
      "[user]\nmanifest = x\n",
      "Invalid sections in environment.conf at 'WORKSHOP/odd/environment.conf'. Environment conf may not have sections. The following sections are being ignored: 'user'",
    ],
    ["junk\n", "Could not match line junk (file: WORKSHOP/odd/environment.conf, line: 1)"],
    [
      "environment_timeout = soon\n",
      `Invalid 'time to live' format '"soon"' for parameter: environment_timeout (file: WORKSHOP/odd/environment.conf, line: 1)`,
    ],
  ])("%j", async (conf, says) => {
    put("odd/environment.conf", conf);
    put("odd/manifests/site.pp", "");
    expect((await workshop.run(["compile", join(workshop.path, "odd")])).text).toContain(says);
  });
});

describe("boot.conf", () => {
  it.each([
    ["require-signature = yes", `Invalid value '"yes"' for boolean parameter: require_signature`],
    ["converge = -1", `Cannot convert '"-1"' to a whole number for parameter: converge`],
    ["deadline = soon", `Invalid duration format '"soon"' for parameter: deadline`],
    ["requir-signature = true", "invalid option: requir_signature. Did you mean --require_signature?"],
    ["noop = maybe", `Could not prepare for execution: Invalid value '"maybe"' for boolean parameter: noop`],
  ])("%s is refused with its place", async (line, says) => {
    const file = put("boot.conf", `bundle = /nonexistent\n${line}\n`);
    const places = ["--rundir", "--vardir"].map((name) => `${name}=${join(workshop.path, name)}`);
    const ended = await workshop.run(["boot", `--config=${file}`, ...places]);
    expect(ended).toMatchObject({
      code: 1,
      text: expect.stringContaining(`${says} (file: WORKSHOP/boot.conf, line: 2)`),
    });
  });
});

describe("options of our own", () => {
  it.each([
    [
      ["cloud-init", "https://x/y", "--converge=two"],
      `Cannot convert '"two"' to a whole number for parameter: converge`,
    ],
    [
      ["cloud-init", "https://x/y", "--deadline=soon"],
      `Invalid duration format '"soon"' for parameter: deadline`,
    ],
    [["status", "--deadline=1x"], `Invalid duration format '"1x"' for parameter: deadline`],
    [["facts", "--json=yes"], "needless argument: --json=yes"],
    [["cloud-init", "https://x/y", "--require-signature=yes"], "needless argument: --require_signature=yes"],
  ])("%j is refused", async (argv, says) => {
    expect(await workshop.run(argv)).toMatchObject({ code: 1, text: expect.stringContaining(says) });
  });
});

describe("NO_COLOR", () => {
  it.each([
    [undefined, [], true],
    ["1", [], false],
    ["", [], true],
    ["1", ["--color=ansi"], true],
    [undefined, ["--color=false"], false],
    [undefined, ["--color=False"], false],
  ] as const)("%j %j: coloured %s", async (value, argv, isColoured) => {
    let text = "";
    const write = (more: string) => {
      text += more;
    };
    vi.stubEnv("NO_COLOR", value);
    const places = ["confdir", "vardir", "rundir"].map((name) => `--${name}=${join(workshop.path, name)}`);
    put("confdir/puppet.conf", "");
    const terminal = { out: write, err: write, isTerminal: true };
    await runCommandLine(["apply", ...places, ...argv, "-e", "notice(1)"], "nostrings", terminal);
    vi.unstubAllEnvs();
    expect(text.includes("\u001b[")).toBe(isColoured);
  });
});

describe("validate without arguments", () => {
  it("takes a site without modules, and the modules that environment.conf names", async () => {
    const before = process.cwd();
    put("bare/manifests/site.pp", "notice(1)");
    try {
      process.chdir(join(workshop.path, "bare"));
      expect(await workshop.run(["validate"])).toEqual({ code: 0, text: "" });
      put("bare/environment.conf", "modulepath = own");
      put("bare/own/m/manifests/init.pp", "class m {");
      expect((await workshop.run(["validate"])).text).toContain("own/m/manifests/init.pp");
    } finally {
      process.chdir(before);
    }
  });
});

describe("a full disk", () => {
  it.each([
    ["apply", ["--logdest=/dev/full", "-e", "notice(1)"]],
    ["bundle", ["-o", "/dev/full", "SITE"]],
  ])("%s names the file", async (command, argv) => {
    put("small/manifests/site.pp", "");
    const words = argv.map((word) => word.replace("SITE", join(workshop.path, "small")));
    const ended = await workshop.run([command, ...words]);
    expect(ended).toMatchObject({
      code: 1,
      text: expect.stringContaining("No space left on device - /dev/full"),
    });
  });
});

describe("config print", () => {
  async function printed(...argv: string[]): Promise<string> {
    const places = ["confdir", "vardir"].map((name) => `--${name}=${join(workshop.path, name)}`);
    const { text } = await workshop.run(["config", "print", ...places, ...argv], "puppet");
    return text;
  }

  it("prints several sorted, one bare", async () => {
    put("confdir/puppet.conf", "[main]\nruninterval = 30m\n[agent]\nruninterval = 1h\n[user]\nserver = x\n");
    expect(await printed("manifest", "certname", "runinterval", "--certname=web1")).toBe(
      "certname = web1\nmanifest = no_manifest\nruninterval = 1800\n",
    );
    expect(await printed("runinterval")).toBe("1800\n");
    expect(await printed("runinterval", "--section", "agent")).toBe("3600\n");
    expect(await printed("server")).toBe("puppet\n");
    expect(await printed("server", "--section=user")).toBe("x\n");
    expect(await printed("maxwaitforcert")).toBe("unlimited\n");
    expect((await printed("all")).split("\n")).toHaveLength(234);
  });

  it("warns of a name that there is not", async () => {
    expect(await printed("certnam")).toBe(
      "Warning: There is no setting 'certnam'. Did you mean 'certname'?\n\n",
    );
  });
});
