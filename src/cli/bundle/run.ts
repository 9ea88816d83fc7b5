import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { archivePlace, footer } from "../../bundle/appended.ts";
import { type Contents, contents } from "../../bundle/contents.ts";
import { signingKey } from "../../bundle/keys.ts";
import { LIMITS } from "../../bundle/limits.ts";
import { digestOf, inventoryOf, pack } from "../../bundle/pack.ts";
import { signed } from "../../bundle/signature.ts";
import { StagingTree } from "../../bundle/staging-tree.ts";
import { unpackBundle } from "../../bundle/unpack-bundle.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Log } from "../../diagnostics/log.ts";
import { besides } from "../../machine/new-file.ts";
import { naming } from "../../machine/system-error.ts";
import { directoryEnvironment } from "../../modules/directory-environment.ts";
import type { Environment } from "../../modules/environment.ts";
import { openEnvironment } from "../../run/site.ts";
import type { Settings } from "../../settings/settings.ts";
import { readRegularFile, readRegularText } from "../../source/read-file.ts";
import type { Invocation } from "../command.ts";
import { commandLog } from "../command-log.ts";
import type { Options } from "../options.ts";
import { settingsOf } from "../settings.ts";
import { UsageError } from "../usage-error.ts";
import { told, trustOf } from "./target.ts";

/** Make a bundle of a site, or check or unpack one. Gives the exit code. */
export async function runBundle(invocation: Invocation): Promise<number> {
  const { options, positionals } = invocation;
  const settings = settingsOf(options);
  const { log } = commandLog(invocation, settings, invocation.terminal);
  const [target, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`Only one site or bundle at a time: ${positionals.join(", ")}`);
  const folder = options.value("unpack");
  const checks = folder !== undefined || options.switch("verify") === true;
  const done = await told(log, () =>
    checks ? check(target, folder, options, log) : make(target, settings, options, log),
  );
  return done ?? 1;
}

async function check(
  target: string | undefined,
  folder: string | undefined,
  options: Options,
  log: Log,
): Promise<number> {
  if (target === undefined) throw new UsageError("Which bundle?");
  if (!existsSync(target)) fail("FILE_NOT_FOUND", `Could not find file ${target}`);
  if (folder !== undefined) newDirectory(folder);
  try {
    const tree = folder === undefined ? undefined : new StagingTree(folder, target);
    const { files, site, signer } = await unpackBundle(
      archivePlace(target),
      tree,
      await trustOf(options),
      LIMITS,
    );
    const who = signer === undefined ? "no signature was checked" : `signed by ${signer}`;
    const what = `${files.length} files for the environment ${site.environment}`;
    log({ level: "notice", message: `${target}: ${what}, as their inventory says; ${who}` });
    return 0;
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true });
    throw error;
  }
}

function newDirectory(folder: string): void {
  if (existsSync(folder))
    fail("BUNDLE_TARGET_EXISTS", `${folder} exists already; a bundle is unpacked into a new directory`);
  mkdirSync(folder, { mode: 0o700 });
}

async function make(
  target: string | undefined,
  settings: Settings,
  options: Options,
  log: Log,
): Promise<number> {
  const output = options.value("output");
  if (output === undefined) throw new UsageError("bundle needs --output FILE");
  const warn = (message: string) => log({ level: "warning", message });
  const environment = siteEnvironment(target, settings);
  const chosen = { environment: environment.name, nodes: options.values("node") };
  const site = contents(environment, chosen, options.values("include"), warn);
  warnOfPrivateKeys(site, warn);
  const inventory = inventoryOf(site);
  const bundle = pack(inventory, await signatureOf(inventory, options), site);
  const carrier = options.switch("standalone") ? executable(options) : undefined;
  write(
    output,
    carrier ? Buffer.concat([carrier, bundle, footer(bundle.length)]) : bundle,
    carrier ? 0o755 : 0o644,
  );
  const size = `${site.files.length} files in ${bundle.length} bytes`;
  log({ level: "notice", message: `${output}: ${size}, SHA-256 of the bundle ${digestOf(bundle)}` });
  return 0;
}

/** A site, or a folder of environments beside shared modules, as `/etc/puppetlabs/code`. */
function siteEnvironment(target: string | undefined, settings: Settings): Environment {
  const name = settings.text("environment");
  const folder = join(target ?? ".", "environments", name);
  if (!existsSync(folder)) return openEnvironment(target, settings);
  const basemodulepath = [join(target ?? ".", "modules"), ...settings.paths("basemodulepath")];
  return directoryEnvironment(name, folder, { basemodulepath });
}

/** What is in clear in a bundle, whoever gets the bundle can read. */
function warnOfPrivateKeys({ files }: Contents, warn: (message: string) => void): void {
  for (const { path, content } of files) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(content.toString("latin1"))) {
      warn(`${path} holds a private key in clear, which everybody who has the bundle can read`);
    }
  }
}

async function signatureOf(inventory: Buffer, options: Options): Promise<string | undefined> {
  const made = options.value("signature");
  if (made !== undefined) return readRegularText(made);
  const key = options.value("sign");
  if (key === undefined) return undefined;
  const file = options.value("passphrase_file");
  const passphrase =
    file === undefined ? process.env.NOSTRINGS_PASSPHRASE : readRegularText(file).replace(/\r?\n$/, "");
  return signed(inventory, await signingKey(key, passphrase), sourceDate());
}

/** The time that reproducible builds put in place of now; see reproducible-builds.org. */
function sourceDate(): Date | undefined {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  if (seconds === undefined) return undefined;
  if (!/^\d+$/.test(seconds))
    throw new UsageError(`Invalid SOURCE_DATE_EPOCH '${seconds}': seconds since 1970`);
  return new Date(Number(seconds) * 1000);
}

/** The standalone program: the one that runs, or the one that is given; a bundle that it carries is left behind. */
function executable(options: Options): Buffer {
  const file = options.value("executable") ?? ownExecutable();
  return readRegularFile(file).subarray(0, programLength(file));
}

function ownExecutable(): string {
  if (process.getBuiltinModule("node:sea").isSea()) return process.execPath;
  throw new UsageError(
    "--standalone needs --executable FILE, unless the standalone nostrings makes the bundle",
  );
}

function programLength(file: string): number {
  const { start, end } = archivePlace(file);
  return start === 0 ? end : start;
}

/** Whole or not at all; a pipe or a device stays what it is. */
function write(output: string, bytes: Buffer, mode: number): void {
  const there = statSync(output, { throwIfNoEntry: false });
  if (there && !there.isFile()) {
    naming(output, () => writeFileSync(output, bytes));
    return;
  }
  const unfinished = besides(`${output}.unfinished`);
  try {
    naming(output, () => writeFileSync(unfinished, bytes, { mode, flag: "wx" }));
    renameSync(unfinished, output);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
