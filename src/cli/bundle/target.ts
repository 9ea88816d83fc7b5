import { join } from "node:path";
import { type ArchiveName, archiveName } from "../../bundle/archive-name.ts";
import { LIMITS } from "../../bundle/limits.ts";
import type { OpenedArchive } from "../../bundle/open-archive.ts";
import type { Trust, UnpackedBundle } from "../../bundle/unpack-bundle.ts";
import { Failure, fail } from "../../diagnostics/failure.ts";
import type { Log } from "../../diagnostics/log.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { Interruption } from "../../machine/interruption.ts";
import { issueDetail } from "../../report/issue-text.ts";
import type { Invocation } from "../command.ts";
import { commandLog } from "../command-log.ts";
import type { OptionSpec, Options } from "../options.ts";
import { settingsOf } from "../settings.ts";

/** The options that say whose bundles are taken. */
export const TRUST_OPTIONS: readonly OptionSpec[] = [
  {
    name: "trust",
    value: "FILE",
    list: true,
    help: "Trust the OpenPGP public keys of a file too; may be repeated",
  },
  { name: "require_signature", help: "Take only bundles that a trusted key has signed" },
];

/**
 * Run a command whose target may be a bundle, or a folder in an archive: it is verified and unpacked for the time of the
 * run, and takes the target's place. Gives the exit code.
 */
export async function withBundle(
  invocation: Invocation,
  run: (invocation: Invocation) => Promise<number>,
): Promise<number> {
  const [word, ...more] = invocation.positionals;
  const name = word === undefined || more.length > 0 ? undefined : archiveName(word);
  if (!name) return run(invocation);
  const settings = settingsOf(invocation.options);
  const { log } = commandLog(invocation, settings, invocation.terminal);
  const { withStaging } = await import("../../bundle/staging.ts");
  const interruption = invocation.interruption ?? new Interruption();
  const goOn = () => interruption.goOn();
  try {
    return await withStaging(settings.text("rundir"), async (staging) => {
      const opened = await told(log, () => openedTarget(name, staging, invocation.options, log, goOn));
      return opened === undefined ? 1 : run({ ...invocation, interruption, ...opened });
    });
  } finally {
    if (invocation.interruption === undefined) interruption.end();
  }
}

/** The outcome of some work; undefined when it failed, which has been told then. */
export async function told<T>(log: Log, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log({ level: "err", message: puppetText(error.issue), detail: issueDetail(error.issue) });
    return undefined;
  }
}

async function openedTarget(
  name: ArchiveName,
  staging: string,
  options: Options,
  log: Log,
  goOn: () => void,
): Promise<Partial<Invocation>> {
  const { openArchive } = await import("../../bundle/open-archive.ts");
  const opened = await openArchive(name, staging, await trustOf(options), LIMITS, goOn);
  goOn();
  if (opened.bundle) tellSigner(opened.bundle, name.file, log);
  return target(opened, staging, options);
}

/** Who may sign: a machine that trusts keys takes nothing unsigned, unless it is told to. */
export async function trustOf(options: Options): Promise<Trust> {
  const { TRUSTED_FOLDER, trustedKeys } = await import("../../bundle/keys.ts");
  const keys = await trustedKeys(TRUSTED_FOLDER, options.values("trust"));
  return { keys, required: options.switch("require_signature") ?? keys.length > 0 };
}

/** A bundle is compiled with its own modules alone, and as its own environment. */
function target({ path, bundle }: OpenedArchive, staging: string, options: Options): Partial<Invocation> {
  if (!bundle) return { positionals: [path] };
  const { environment, manifest, modulepath } = bundle.site;
  const wanted = options.value("environment");
  if (wanted !== undefined && wanted !== environment) {
    fail("BUNDLE_OTHER_ENVIRONMENT", `The bundle is for the environment '${environment}', not '${wanted}'`);
  }
  return {
    positionals: [join(path, manifest)],
    options: options.with({
      environment,
      environmentpath: staging,
      modulepath: modulepath.map((folder) => join(path, folder)).join(":"),
    }),
  };
}

function tellSigner({ signer, isSigned }: UnpackedBundle, file: string, log: Log): void {
  if (signer !== undefined) log({ level: "notice", message: `${file} is signed by ${signer}` });
  else if (isSigned) {
    log({ level: "warning", message: `The signature of ${file} is not checked, because no key is trusted` });
  }
}
