import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";

const PROJECT = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "environment-"));
const [executable, traces] = [join(folder, "nostrings"), join(folder, "traces")];
const planted = join(folder, "planted.so");

/** Prints when it is loaded, whatever loads it. */
const PLANTED =
  '#include <stdio.h>\n__attribute__((constructor)) static void run(void) { puts("planted code runs"); }\n';
/** OpenSSL's configuration that loads it. */
const CONFIGURATION = `nodejs_conf = start
openssl_conf = start
[start]
providers = all
engines = all
[all]
planted = planted
[planted]
module = ${planted}
dynamic_path = ${planted}
activate = 1
`;

/** Variables with values that do harm or leave a trace where they are looked at. A path below `traces` would be made. */
const VARIABLES: Readonly<Record<string, string>> = {
  OPENSSL_CONF: join(folder, "openssl.cnf"),
  OPENSSL_CONF_INCLUDE: folder,
  OPENSSL_MODULES: folder,
  OPENSSL_ENGINES: folder,
  OPENSSL_ia32cap: "0",
  NODE_OPTIONS: `--require=${join(folder, "planted.cjs")}`,
  NODE_REPL_EXTERNAL_MODULE: join(folder, "planted.cjs"),
  NODE_REPL_HISTORY: join(traces, "history"),
  NODE_PATH: folder,
  NODE_V8_COVERAGE: join(traces, "coverage"),
  NODE_COMPILE_CACHE: join(traces, "cache"),
  NODE_REDIRECT_WARNINGS: join(traces, "warnings"),
  NODE_DEBUG: "*",
  NODE_DEBUG_NATIVE: "env,code_cache,mksnapshot",
  NODE_ICU_DATA: join(folder, "missing"),
  NODE_CHANNEL_FD: "99",
  NODE_UNIQUE_ID: "1",
  NODE_PENDING_DEPRECATION: "1",
  NODE_TEST_CONTEXT: "child",
  NODE_USE_ENV_PROXY: "1",
  NODE_USE_SYSTEM_CA: "1",
  NODE_TLS_REJECT_UNAUTHORIZED: "0",
  NODE_EXTRA_CA_CERTS: join(folder, "missing"),
  SSL_CERT_DIR: join(folder, "missing"),
  SSLKEYLOGFILE: join(traces, "keys"),
  UV_THREADPOOL_SIZE: "0",
  UV_USE_IO_URING: "1",
  ICU_TIMEZONE_FILES_DIR: join(folder, "missing"),
};

async function run(argv: readonly string[], env: Readonly<Record<string, string>>) {
  const { PATH = "" } = process.env;
  const places = ["confdir", "vardir", "rundir"].map((name) => `--${name}=${join(folder, name)}`);
  const options = { extendEnv: false, env: { PATH, ...env }, reject: false, cwd: folder, all: true } as const;
  const ran = await execa(executable, argv[0] === "version" ? argv : [...argv, ...places], options);
  return { code: ran.exitCode, text: ran.all };
}

beforeAll(async () => {
  await execa(process.execPath, ["scripts/build-standalone.ts", "-o", executable], { cwd: PROJECT });
  writeFileSync(join(folder, "planted.c"), PLANTED);
  execFileSync("gcc", ["-shared", "-fPIC", "-o", planted, join(folder, "planted.c")]);
  writeFileSync(join(folder, "openssl.cnf"), CONFIGURATION);
  writeFileSync(join(folder, "planted.cjs"), 'console.log("planted code runs");\n');
  mkdirSync(traces);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a variable of Node.js or OpenSSL", () => {
  test.each(Object.entries(VARIABLES))("%s has no effect, and commands get it", async (name, value) => {
    const env = { [name]: value };
    expect(await run(["version"], env)).toEqual(await run(["version"], {}));
    // printf needs no library that looks at such variables.
    const site = `exec { '/bin/sh -c "printf %s \\"\\$${name}\\" > ${folder}/got"': }`;
    const apply = ["apply", "-e", site, "--color=false"];
    const withIt = await run(apply, env);
    expect(readFileSync(join(folder, "got"), "utf8")).toBe(value);
    expect(withoutTimes(withIt)).toEqual(withoutTimes(await run(apply, {})));
    expect(readdirSync(traces)).toEqual([]);
  });

  it("is seen by a template as well", async () => {
    const site = `notice(inline_template("<%= ENV['NODE_OPTIONS'] %>"))`;
    const { text } = await run(["apply", "--noop", "-e", site], { NODE_OPTIONS: "--given" });
    expect(text).toContain("Scope(Class[main]): --given\n");
  });
});

test("all variables that the executable's JavaScript names are hidden, or known to do no harm", () => {
  const names = executableText().match(/(?<=process\.env\.)[A-Z]\w+/g) ?? [];
  const inc = readFileSync(join(PROJECT, "scripts/entry/hidden-names.inc"), "utf8");
  const hidden = [...inc.matchAll(/\.asciz "(.*)"/g)].map(([, name = ""]) => name);
  const seen = [...new Set(names)].filter((name) => !hidden.some((one) => `${name}=`.startsWith(one)));
  expect(seen.sort()).toEqual([...OWN, ...HARMLESS].sort());
});

/** Variables of the program's own, in the documents. */
const OWN = [
  "JOURNAL_STREAM",
  "NOSTRINGS_PASSPHRASE",
  "NOSTRINGS_TRACE",
  "SOURCE_DATE_EPOCH",
  "STDLIB_LOG_DEPRECATIONS",
  "XDG_RUNTIME_DIR",
  "XDG_STATE_HOME",
];
/** Those of terminals and proxies, and of other systems; one of a test runner, which a library asks for. */
const HARMLESS = [
  ...["FORCE_COLOR", "NO_COLOR", "TERM", "PATH"],
  ...["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"],
  ...["SystemRoot", "TEMP", "TMP", "USERPROFILE", "JEST_WORKER_ID"],
];

function executableText(): string {
  return execFileSync("strings", ["-n", "4", executable], { encoding: "utf8", maxBuffer: 2 ** 30 });
}

function withoutTimes({ code, text }: { code?: number | undefined; text: string }) {
  return { code, text: text.replace(/[\d.]+ seconds/g, "N seconds") };
}

describe("a server of https with an authority of one's own", () => {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  let server: Server;
  let site = "";

  beforeAll(async () => {
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    execFileSync("openssl", ["req", ...kind, ...subject, "-keyout", key, "-out", certificate], {
      stdio: "pipe",
    });
    const pair = { key: readFileSync(key), cert: readFileSync(certificate) };
    server = createServer(pair, (_, answer) => answer.end("hello"));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    site = `file { '${folder}/fetched': source => 'https://localhost:${port}/hello' }`;
  });
  afterAll(() => server.close());

  const fetched = async (argv: readonly string[], env: Readonly<Record<string, string>>) => {
    rmSync(join(folder, "fetched"), { force: true });
    const ran = await run(["apply", "-e", site, ...argv], env);
    return { ...ran, fetched: existsSync(join(folder, "fetched")) };
  };

  test.each([
    ["NODE_TLS_REJECT_UNAUTHORIZED", "0"],
    ["NODE_EXTRA_CA_CERTS", certificate],
    ["SSL_CERT_DIR", folder],
    ["NODE_OPTIONS", "--use-openssl-ca"],
  ])("is refused, whatever %s says", async (name, value) => {
    const ran = await fetched([], { [name]: value });
    expect(ran.text).toContain("self-signed certificate");
    expect(ran.fetched).toBe(false);
  });

  it("is trusted by ssl_trust_store", async () => {
    expect(await fetched([`--ssl_trust_store=${certificate}`], {})).toMatchObject({ code: 0, fetched: true });
  });
  it("is trusted by SSL_CERT_FILE", async () => {
    expect(await fetched([], { SSL_CERT_FILE: certificate })).toMatchObject({ code: 0, fetched: true });
  });
});
