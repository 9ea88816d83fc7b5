import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";

const place = mkdtempSync(join(tmpdir(), "puppet-lines-"));

/** Run a command line of `sh` on a machine that knows the program as `puppet`, and a `sudo` that asks nothing. */
function run(line: string): Promise<{ code: number; text: string }> {
  const env = { ...process.env, PATH: `${join(place, "bin")}:${process.env.PATH}`, HOME: place };
  return new Promise((done) => {
    execFile("/bin/sh", ["-c", `exec 2>&1\n${line.replaceAll("DIR", place)}`], { env }, (error, stdout) => {
      const code = typeof error?.code === "number" ? error.code : error ? -1 : 0;
      done({ code, text: stdout.replaceAll(place, "DIR") });
    });
  });
}

function put(name: string, content: string, mode = 0o644): void {
  const file = join(place, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
}

beforeAll(() => {
  mkdirSync(join(place, "lib"));
  symlinkSync(resolve(import.meta.dirname, "../../src/main.ts"), join(place, "lib/puppet"));
  const dirs = ["vardir", "rundir", "confdir"].map((name) => `--${name}=${join(place, name)}`).join(" ");
  const apply = `if [ "$1" = apply ]; then shift; set -- apply ${dirs} "$@"; fi`;
  put(
    "bin/puppet",
    `#!/bin/sh\n${apply}\nexec ${process.execPath} ${join(place, "lib/puppet")} "$@"\n`,
    0o755,
  );
  put("bin/sudo", '#!/bin/sh\n[ "$1" = -E ] && shift\nexec "$@"\n', 0o755);
  put("manifests/site.pp", `include greeting\nfile { '${place}/made': content => $facts['x'] }\n`);
  put("modules-a/greeting/manifests/init.pp", "class greeting { notice(lookup('words')) }\n");
  put("env/test/manifests/site.pp", "notice('of the environment')\n");
  put(
    "hiera.yaml",
    "version: 5\nhierarchy: [{name: all, path: all.yaml}]\ndefaults: {datadir: data, data_hash: yaml_data}\n",
  );
  put("data/all.yaml", "words: from hiera\n");
  put("manifests/failing.pp", "exec { '/bin/false': }\n");
});
afterAll(() => rmSync(place, { recursive: true }));

/** What runs, its exit code, and words that it says. */
const LINES: readonly (readonly [what: string, line: string, code: number, says: RegExp])[] = [
  [
    "Packer's puppet-masterless",
    "cd DIR && FACTER_packer_build_name='x' FACTER_packer_builder_type='y' FACTER_x='y' sudo -E puppet apply --detailed-exitcodes --modulepath='DIR/modules-a:DIR/modules-b' --hiera_config='DIR/hiera.yaml' --manifestdir='DIR/manifests' DIR/manifests/site.pp",
    2,
    /Notice: Scope\(Class\[Greeting\]\): from hiera\n.*\nNotice: .*File\[DIR\/made\]\/ensure: defined content/,
  ],
  [
    "Packer's, a second time, with --debug and extra arguments",
    "cd DIR && FACTER_x='y' sudo -E puppet apply --detailed-exitcodes --debug --modulepath='DIR/modules-a:DIR/modules-b' --hiera_config='DIR/hiera.yaml' --verbose DIR/manifests/site.pp",
    0,
    /Debug: /,
  ],
  [
    "Packer's, with a failure",
    "cd DIR && sudo -E puppet apply --detailed-exitcodes DIR/manifests/failing.pp",
    4,
    /returned 1 instead of one of \[0\]/,
  ],
  [
    "Vagrant's puppet provisioner",
    "cd DIR && FACTER_x='z' puppet apply --verbose --debug --modulepath 'DIR/modules-a:/etc/puppet/modules' --hiera_config=DIR/hiera.yaml --color=false --manifestdir DIR/manifests --detailed-exitcodes DIR/manifests/site.pp || [ $? -eq 2 ]",
    0,
    /content changed/,
  ],
  [
    "Vagrant's, with an environment",
    "puppet apply --color=false --environmentpath DIR/env/ --environment test --detailed-exitcodes DIR/env/test/manifests || [ $? -eq 2 ]",
    0,
    /^Notice: Scope\(Class\[main\]\): of the environment/m,
  ],
];

/** The words after `puppet`, the exit code, and all that is said. */
const WORDS: readonly (readonly [what: string, argv: readonly string[], code: number, says: RegExp])[] = [
  ["the version", ["--version"], 0, /^7\.\d+\.\d+\n$/],
  ["a setting", ["config", "print", "environmentpath", "--environmentpath", "/x"], 0, /^\/x\n$/],
  [
    "several settings",
    ["config", "print", "environmentpath", "strict"],
    0,
    /^environmentpath = .*\nstrict = warning\n$/,
  ],
  ["a parser", ["parser", "validate", "DIR/manifests/site.pp"], 0, /^$/],
  ["a lookup", ["lookup", "words", "--hiera_config", "DIR/hiera.yaml"], 0, /^--- from hiera\n$/],
  ["facts", ["facts", "kernel"], 0, /^\{\n {2}"kernel": "Linux"\n\}\n$/],
  ["facts, shown", ["facts", "show", "kernel"], 0, /^\{\n {2}"kernel": "Linux"\n\}\n$/],
  [
    "a file",
    ["resource", "file", "DIR/none"],
    0,
    /^file \{ 'DIR\/none':\n {2}ensure {3}=> 'absent',\n {2}provider => 'posix',\n\}\n$/,
  ],
  [
    "a file that is there",
    ["resource", "file", "DIR/data/all.yaml"],
    0,
    /^ {2}ensure {3}=> 'file',\n {2}content {2}=> '\{sha256\}[0-9a-f]{64}',\n {2}ctime {4}=> '[-0-9: ]{19} \+0000',\n {2}group {4}=> \d+,\n {2}mode {5}=> '0644',$/m,
  ],
  [
    "all files",
    ["resource", "file"],
    1,
    /^Error: Could not run: Listing all file instances is not supported\. {2}Please specify/,
  ],
  [
    "a type that is none",
    ["resource", "nosuch", "x"],
    1,
    /^Error: Could not run: Could not find type nosuch\n$/,
  ],
  ["no type", ["resource"], 1, /^Error: Could not run: You must specify the type to display\n$/],
  [
    "a user",
    ["resource", "user", "daemon"],
    0,
    /^user \{ 'daemon':\n {2}ensure .*=> 'present',\n {2}comment .*=> 'daemon',\n {2}gid .*=> 1,\n {2}home .*=> '\/usr\/sbin',\n/,
  ],
  [
    "a group",
    ["resource", "group", "daemon"],
    0,
    /^group \{ 'daemon':\n {2}ensure {3}=> 'present',\n {2}gid {6}=> 1,\n/,
  ],
  ["all groups", ["resource", "group"], 0, /^group \{ 'daemon':\n(.|\n)*^group \{ 'root':$/m],
  ["a template", ["epp", "render", "-e", "Hi <%= $x %>", "--values", '{x => "w"}'], 0, /^Hi w\n$/],
  [
    "a template that lacks something",
    ["epp", "render", "-e", "<%- | String $x | -%>"],
    1,
    /expects a value for parameter 'x'\nError: error while rendering epp\nError: Try 'puppet help epp render' for usage\n$/,
  ],
  [
    "modules",
    ["module", "list", "--modulepath", "DIR/modules-a"],
    0,
    /^DIR\/modules-a\n└── greeting \(\?\?\?\)\n$/,
  ],
];

describe("command lines written for Puppet", () => {
  it.each(LINES)("%s", async (_what, line, code, says) => {
    const ran = await run(line);
    expect(ran.text).toMatch(says);
    expect(ran.code).toBe(code);
  });

  it.each(WORDS)("puppet: %s", async (_what, argv, code, says) => {
    let text = "";
    const write = (more: string) => {
      text += more;
    };
    const words = argv.map((word) => word.replace("DIR", place));
    const ended = await runCommandLine(words, "puppet", { out: write, err: write, isTerminal: false });
    expect(text.replaceAll(place, "DIR")).toMatch(says);
    expect(ended).toBe(code);
  });
});
