import { chmodSync, constants, copyFileSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { ownFolder } from "../machine/own-folder.ts";
import { refuseIrregular } from "../source/read-file.ts";
import { download } from "./download.ts";
import { REAL_PACE } from "./pace.ts";
import type { BootProgress } from "./progress.ts";
import { proxyFor } from "./proxy.ts";
import type { BootRequest } from "./request.ts";
import { fileDigest, treeDigest } from "./tree-digest.ts";
import { clock } from "./waits/clock.ts";
import { nameOf } from "./waits/name.ts";
import { network } from "./waits/network.ts";
import { surelyPast } from "./waits/past.ts";
import type { Wait } from "./waits/wait.ts";

/** A bundle that is on this machine. */
export interface Fetched {
  readonly path: string;
  readonly digest: string;
}

/** Get a bundle: as it lies on this machine, or from the web into `directory`, once all that this needs is there. */
export async function fetchBundle(
  request: BootRequest,
  directory: string,
  progress: BootProgress,
  end: AbortSignal,
): Promise<Fetched> {
  const { bundle, maxBytes } = request;
  if (bundle.kind === "file") return found(request, directory, progress);
  const path = join(directory, `${bundle.sha256 ?? "latest"}.nsb`);
  if (bundle.sha256 !== undefined && existsSync(path) && (await fileDigest(path)) === bundle.sha256) {
    return { path, digest: bundle.sha256 };
  }
  await serverReachable(request, progress, end);
  progress.phase("fetch", `Fetching ${bundle.shown}`);
  const say = (message: string) => progress.say("warning", message);
  const deadline = progress.after(request.deadline);
  const digest = await download(bundle, path, { pace: REAL_PACE, deadline, limit: maxBytes, say, end });
  for (const name of readdirSync(directory))
    if (join(directory, name) !== path) rmSync(join(directory, name));
  return { path, digest };
}

/** A file whose sum counts is copied to where only this user writes, and summed up there: it is what is opened later. */
async function found({ bundle }: BootRequest, directory: string, progress: BootProgress): Promise<Fetched> {
  const { address: path, sha256 } = bundle;
  progress.phase("fetch", `Reading ${path}`);
  if (!existsSync(path)) fail("BUNDLE_MISSING", `There is no bundle ${path}`);
  const there = statSync(path);
  if (there.isFile() && sha256 !== undefined) return copied(path, sha256, directory);
  refuseIrregular(there, path);
  const digest = await (there.isDirectory() ? treeDigest(path) : fileDigest(path));
  refuseWrong(path, digest, sha256);
  return { path, digest };
}

async function copied(path: string, sha256: string, directory: string): Promise<Fetched> {
  ownFolder(directory, 0o700);
  const copy = join(directory, `${sha256}.nsb`);
  rmSync(copy, { force: true });
  copyFileSync(path, copy, constants.COPYFILE_EXCL);
  chmodSync(copy, 0o600);
  const digest = await fileDigest(copy);
  if (digest !== sha256) rmSync(copy);
  refuseWrong(path, digest, sha256);
  return { path: copy, digest };
}

function refuseWrong(path: string, digest: string, wanted: string | undefined): void {
  if (wanted === undefined || wanted === digest) return;
  fail(
    "BUNDLE_DIGEST_WRONG",
    `${path} is not what was announced: its SHA-256 is ${digest}, wanted is ${wanted}`,
  );
}

async function serverReachable(
  request: BootRequest,
  progress: BootProgress,
  end: AbortSignal,
): Promise<void> {
  const address = new URL(request.bundle.address);
  const host = (proxyFor(address) ?? address).hostname;
  const needed: [phase: string, wait: Wait][] = [["clock", clock(surelyPast())]];
  if (!isOwn(host) && !isAddress(host)) needed.unshift(["name", nameOf(host)]);
  if (!isOwn(host)) needed.unshift(["network", network()]);
  for (const [phase, wait] of needed) {
    const why = await progress.waitFor(phase, wait, progress.after(request.deadline), end);
    if (why !== undefined) fail("BOOT_DEADLINE", `Waited too long for ${wait.what}: ${why}`);
  }
}

/** Whether a host is this machine itself, which needs neither network nor name server. */
function isOwn(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\./.test(host);
}

/** Whether a host is an address, which needs no name server. */
function isAddress(host: string): boolean {
  return isIP(host.replace(/^\[|\]$/g, "")) !== 0;
}
