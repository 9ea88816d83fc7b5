import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Ended, Workshop } from "./program.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

const at = (path: string): string => join(workshop.path, path);

function put(path: string, text: string, mode = 0o644): string {
  mkdirSync(join(at(path), ".."), { recursive: true });
  writeFileSync(at(path), text);
  chmodSync(at(path), mode);
  return at(path);
}

function program(path: string, script: string): string {
  return put(path, `#!/bin/sh\n${script}\n`, 0o755);
}

function apply(code: string, ...argv: string[]): Promise<Ended> {
  return workshop.run(["apply", "--certname=web1", ...argv, "-e", code]);
}

describe("commands before and after", () => {
  const CASES = [
    ["/bin/true", "touch", 0, true, []],
    [
      "/bin/false",
      "touch",
      1,
      false,
      ["Error: Could not run command from prerun_command: Execution of '/bin/false' returned 1: "],
    ],
    [
      "",
      "false",
      1,
      true,
      [
        "Error: Could not run command from postrun_command: Execution of 'touch WORKSHOP/post; false' returned 1: ",
      ],
    ],
    [
      "echo broken >&2; exit 3",
      "touch",
      1,
      false,
      [
        "Error: Could not run command from prerun_command: Execution of 'echo broken >&2; exit 3' returned 3: broken",
      ],
    ],
    [
      "/nonexistent/x",
      "touch",
      1,
      false,
      [
        expect.stringContaining(
          "Could not run command from prerun_command: Execution of '/nonexistent/x' returned 127",
        ),
      ],
    ],
  ] as const;
  it.each(CASES)("%j, %s: exit code %i", async (pre, post, code, isMade, errors) => {
    for (const name of ["made", "post"]) rmSync(at(name), { force: true });
    const after = `touch ${at("post")}${post === "touch" ? "" : `; ${post}`}`;
    const ended = await apply(
      `file { '${at("made")}': ensure => file }`,
      `--prerun_command=${pre}`,
      `--postrun_command=${after}`,
    );
    expect(ended.code).toBe(code);
    expect([existsSync(at("made")), existsSync(at("post"))]).toEqual([isMade, true]);
    expect(ended.text.split("\n").filter((line) => line.startsWith("Error"))).toEqual(errors);
  });
});

describe("an external node classifier", () => {
  const SITE =
    "notice($tier, $environment) class web($port = 1) { notice('web', $port) } class db { notice('db') }";
  async function classified(script: string, ...argv: string[]): Promise<string> {
    const enc = program("enc", script);
    const { text } = await apply(SITE, "--node_terminus=exec", `--external_nodes=${enc} --flag`, ...argv);
    const lines = text.split("\n").filter((line) => /Scope|^(Warning|Error)/.test(line));
    return lines.map((line) => line.replace(/^Notice: Scope\(Class\[(\w+)\]\): /, "$1: ")).join("\n");
  }
  const answer = (yaml: string): string => `cat <<END\n---\n${yaml}\nEND`;

  it.each([
    [
      "parameters and classes",
      answer("classes: [web, db]\nparameters: {tier: front}"),
      "main: front production\nWeb: web 1\nDb: db",
    ],
    [
      "parameters of classes",
      answer("classes: {web: {port: 80}, db: }\nparameters: {tier: front}"),
      "main: front production\nWeb: web 80\nDb: db",
    ],
    ["symbols as names", answer(":parameters:\n  tier: front"), "main: front production"],
    ["its arguments", `echo "parameters: {tier: '$*'}"`, "main: --flag web1 production"],
    ["nothing", "echo", "Warning: Unknown variable: 'tier'. (line: 1, column: 8)\nmain:  production"],
    [
      "a class that there is not",
      answer("classes: [nowhere]\nparameters: {tier: x}"),
      "main: x production\nError: Could not find class nowhere for web1 on node web1",
    ],
    [
      "failure",
      "echo no such node >&2; exit 4",
      "Error: Failed to find web1 via exec: Execution of 'WORKSHOP/enc --flag web1' returned 4: no such node",
    ],
    ["no hash", "echo 'just words'", "Error: Could not load external node results for web1: it is no hash"],
    [
      "an environment that there is not",
      answer("environment: nowhere"),
      "Error: Could not find a directory environment named 'nowhere' anywhere in the path: WORKSHOP/codedir/environments",
    ],
  ])("%s", async (_, script, expected) => {
    expect(await classified(script)).toBe(expected);
  });

  it("chooses the environment", async () => {
    put("codedir/environments/staging/modules/m/manifests/init.pp", "class m { notice('m of staging') }");
    expect(await classified(answer("environment: staging\nclasses: [m]\nparameters: {tier: a}"))).toBe(
      "main: a staging\nM: m of staging",
    );
    put("site.pp", "notice('here in', $environment)");
    const argv = ["apply", "--node_terminus=exec", `--external_nodes=${at("enc")}`, at("site.pp")];
    expect((await workshop.run(argv)).text).toContain("here in staging");
  });

  it.each([
    [
      ["--node_terminus=exec"],
      "You must set the 'external_nodes' parameter to use the external node terminus",
    ],
    [
      ["--node_terminus=exec", "--external_nodes=enc"],
      "You must set the exec parameter to a fully qualified command",
    ],
    [["--node_terminus=ldap"], "Could not find terminus ldap for indirection node: here it is plain or exec"],
  ])("%j is refused", async (argv, says) => {
    expect(await apply("", ...argv)).toMatchObject({ code: 1, text: expect.stringContaining(says) });
  });
});

describe("trusted external data", () => {
  const told = async (command: string) =>
    (await apply("notice($trusted['external'])", `--trusted_external_command=${command}`)).text.split(
      "\n",
    )[0];
  it("comes from a command", async () => {
    expect(await told(program("trusted", `echo "{\\"name\\": \\"$1\\", \\"n\\": [1]}"`))).toBe(
      "Notice: Scope(Class[main]): {name => web1, n => [1]}",
    );
  });

  it("comes from a directory of commands", async () => {
    program("more/cmdb.sh", "echo '{\"a\": 1}'");
    put("more/README", "not a program");
    expect(await told(at("more"))).toBe("Notice: Scope(Class[main]): {cmdb => {a => 1}}");
    program("more/cmdb.py", "echo '{}'");
    expect(await told(at("more"))).toContain("Error: There is more than one 'cmdb' script in WORKSHOP/more");
  });

  it.each([
    ["exit 2", "Execution of 'WORKSHOP/trusted web1' returned 2: "],
    ["echo words", "it printed no JSON"],
  ])("%s fails the run", async (script, says) => {
    expect(await told(program("trusted", script))).toContain(says);
  });
});

describe("the node's name", () => {
  const NAMES =
    "notice($trusted['certname'], $facts['clientcert']) node web9 { notice('web9') } node default { notice('default') }";
  it.each([
    ["node_name_value", ["--node_name_value=web9"], "web1 web1\nweb9"],
    ["node_name_fact", ["--node_name_fact=role", "--fact=role=web9"], "web1 web1\nweb9"],
    ["certname", [], "web1 web1\ndefault"],
  ])("by %s", async (_, argv, expected) => {
    const { text } = await apply(NAMES, ...argv);
    expect(text.match(/(?<=Scope\(.*?\): ).*/g)?.join("\n")).toBe(expected);
  });

  it("by a fact that there is not: refused", async () => {
    expect((await apply(NAMES, "--node_name_fact=nowhere")).text).toContain(
      "the fact 'nowhere' is no text here",
    );
  });

  it.each([
    ["FACTER_hostname", "Web7", "web7"],
    ["FACTER_domain", "ignored.example.org", hostname().toLowerCase()],
    ["FACTER_clientcert", "other", hostname().toLowerCase()],
  ])("with %s in the environment", async (variable, value, expected) => {
    process.env[variable] = value;
    try {
      const { text } = await workshop.run([
        "apply",
        "-e",
        "notice($trusted['certname'], $facts['clientcert'])",
      ]);
      const [, own, fact] = /: (\S+) (\S+)$/m.exec(text) ?? [];
      expect([own?.split(".")[0], fact?.split(".")[0]]).toEqual([
        expected.split(".")[0],
        expected.split(".")[0],
      ]);
    } finally {
      delete process.env[variable];
    }
  });
});

describe("what a run leaves", () => {
  it("graphs", async () => {
    await apply("notify { 'a': } -> notify { 'b\"': }", "--graph");
    const graph = readFileSync(at("vardir/state/graphs/relationships.dot"), "utf8");
    expect(graph).toMatch(
      /^digraph Relationships \{\n {4}label = "Relationships"\n {4}"Stage\[main\]" \[\n {8}fontsize = 8,\n/,
    );
    expect(graph).toContain('    "Notify[a]" -> "Notify[b\\"]" [\n        fontsize = 8\n    ]\n');
    expect(readFileSync(at("vardir/state/graphs/resources.dot"), "utf8")).toContain(
      '"Class[Main]" -> "Notify[a]"',
    );
    const expanded = readFileSync(at("vardir/state/graphs/expanded_relationships.dot"), "utf8");
    expect(expanded).toContain('"Whit[Admissible_class[Main]]" -> "Notify[a]"');
    expect(expanded).toContain('"Whit[Admissible_class[Settings]]" -> "Whit[Completed_class[Settings]]"');
    expect(expanded).not.toContain('"Whit[Admissible_class[Main]]" -> "Whit[Completed_class[Main]]"');
  });

  it("a report without what did not change, or no report", async () => {
    const report = at("report.json");
    const code = `file { '${workshop.path}': ensure => directory } notify { 'x': }`;
    const listed = () => Object.keys(JSON.parse(readFileSync(report, "utf8")).resource_statuses);
    await apply(code, `--lastrunreport=${report}`);
    expect(listed()).toEqual([`File[${workshop.path}]`, "Notify[x]"]);
    await apply(code, `--lastrunreport=${report}`, "--exclude_unchanged_resources");
    expect(listed()).toEqual(["Notify[x]"]);
    rmSync(report);
    await apply(code, `--lastrunreport=${report}`, "--no-report");
    expect(existsSync(report)).toBe(false);
  });

  it("a trace of turns", async () => {
    const { text } = await apply("notify { 'x': }", "--evaltrace", "-v");
    expect(text).toContain("Info: /Stage[main]/Main/Notify[x]: Starting to evaluate the resource (5 of 7)\n");
    expect(text).toMatch(/Info: \/Stage\[main\]\/Main\/Notify\[x\]: Evaluated in \d+\.\d\d seconds\n/);
  });
});

describe("settings printed instead", () => {
  it.each([
    ["certname,noop", "certname = web1\nnoop = false\n", 0],
    ["runinterval", "1800\n", 0],
    ["certname,nosuch", "invalid setting: nosuch\n", 1],
  ])("--configprint=%s", async (names, text, code) => {
    expect(await apply("notice(1)", `--configprint=${names}`)).toEqual({ text, code });
  });

  it("--genconfig", async () => {
    const { text } = await apply("notice(1)", "--genconfig", "--runinterval=5m");
    expect(text).toContain(
      "\n    # The time between two runs of the agent.\n    # The default value is '30m'.\n    runinterval = 300\n",
    );
    expect(text).toContain("\n    # splay = false\n");
  });

  it("--genmanifest is refused", async () => {
    expect((await apply("notice(1)", "--genmanifest")).code).toBe(1);
  });
});

describe("the setting path", () => {
  it("is where commands are looked for", async () => {
    const before = process.env.PATH;
    try {
      program("bin/own-command", "echo found");
      const { text } = await apply(
        "notice(generate('/bin/sh', '-c', 'own-command'))",
        `--path=${at("bin")}:/bin`,
      );
      expect(text).toContain("found");
    } finally {
      process.env.PATH = before;
    }
  });
});
