import { createHash } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { certificateWords, trustAuthorities } from "../machine/authorities.ts";
import { ownFolder } from "../machine/own-folder.ts";
import { namingLater } from "../machine/system-error.ts";
import { userHeaders, withoutUser } from "../machine/url-user.ts";
import { type BundleLocation, withoutSecrets } from "./bundle-location.ts";
import { backoff, type Pace } from "./pace.ts";
import { throughProxy } from "./proxy.ts";
import { s3Credentials } from "./s3/credentials.ts";
import { signedHeaders } from "./s3/sign.ts";

/** How long to try, and who is told. */
export interface DownloadOptions {
  readonly pace: Pace;
  /** The moment on the pace's clock after which no new try is made. */
  readonly deadline: number;
  /** Bytes that a bundle may have at most. */
  readonly limit: number;
  say(message: string): void;
  /** When aborted, the download ends with its reason, whatever it is doing. */
  readonly end?: AbortSignal | undefined;
}

/** Milliseconds without a byte after which a connection is given up. */
const STALLED = 30_000;
const MOST_REDIRECTS = 5;
const HEADERS: Headers = { "accept-encoding": "identity", "user-agent": "nostrings" };

type Headers = Readonly<Record<string, string>>;

/** Something that another try may mend. */
class Passing extends Error {
  /** Milliseconds the server asks to be left alone for. */
  readonly wait: number | undefined;

  constructor(message: string, wait?: number) {
    super(message);
    this.wait = wait;
  }
}

/** Bring a bundle into a file, trying until the deadline; gives its SHA-256. A wrong one is never put in place. */
export async function download(
  location: BundleLocation,
  file: string,
  options: DownloadOptions,
): Promise<string> {
  ownFolder(dirname(file), 0o700);
  trustAuthorities();
  const waits = backoff();
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetched(location, file, options);
    } catch (error) {
      options.end?.throwIfAborted();
      if (!(error instanceof Passing)) throw error;
      const wait = error.wait ?? waits.next().value;
      if (options.pace.now() + wait >= options.deadline) giveUp(location, attempt, error);
      options.say(
        `Cannot fetch ${location.shown}: ${error.message}; trying again in ${(wait / 1000).toFixed(1)} s`,
      );
      await options.pace.sleep(wait);
      options.end?.throwIfAborted();
    }
  }
}

function giveUp({ shown }: BundleLocation, attempt: number, { message }: Passing): never {
  const tries = attempt === 1 ? "once" : `${attempt} times`;
  return fail("BUNDLE_UNREACHABLE", `Could not fetch ${shown}, tried ${tries}: ${message}`);
}

async function fetched(
  { address, shown, sha256, region }: BundleLocation,
  file: string,
  options: DownloadOptions,
): Promise<string> {
  const part = `${file}.part`;
  try {
    const start = new URL(address);
    const digest = await received(start, await credentialHeaders(start, region), part, options);
    if (sha256 !== undefined && digest !== sha256) {
      fail(
        "BUNDLE_DIGEST_WRONG",
        `${shown} is not what was announced: its SHA-256 is ${digest}, wanted is ${sha256}`,
      );
    }
    renameSync(part, file);
    return digest;
  } finally {
    rmSync(part, { force: true });
  }
}

/** One try: stream the answer into a file. */
async function received(
  url: URL,
  headers: Headers,
  file: string,
  { limit, end }: DownloadOptions,
): Promise<string> {
  const stall = new Stall();
  const signal = end === undefined ? stall.signal : AbortSignal.any([stall.signal, end]);
  try {
    const response = await answered(url, headers, signal);
    const length = Number(response.headers.get("content-length") ?? Number.NaN);
    const { bytes, digest } = await written(response, file, limit, stall);
    if (bytes < length) throw new Passing(`the connection ended after ${bytes} of ${length} bytes`);
    return digest;
  } catch (error) {
    throw error instanceof TypeError || stall.signal.aborted
      ? new Passing(wordsOf(error, stall.signal))
      : error;
  } finally {
    stall.end();
  }
}

async function written(response: Response, file: string, limit: number, stall: Stall) {
  const hash = createHash("sha256");
  // What an ended try has left is removed, never written to.
  rmSync(file, { force: true });
  const handle = await open(file, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const piece of response.body ?? []) {
      stall.moved();
      bytes += piece.byteLength;
      if (bytes > limit)
        fail("BUNDLE_TOO_LARGE", `${withoutSecrets(new URL(response.url))} has more than ${limit} bytes`);
      hash.update(piece);
      await namingLater(file, () => handle.write(piece));
    }
    await namingLater(file, () => handle.sync());
  } finally {
    await handle.close();
  }
  return { bytes, digest: hash.digest("hex") };
}

/** The answer at the end of redirections, which never leave https for http and take no credentials along. */
async function answered(start: URL, credentials: Headers, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const headers = { ...HEADERS, ...(url.origin === start.origin && credentials) };
    const request = { redirect: "manual", signal, headers } as const;
    const response = await throughProxy(url, () => fetch(withoutUser(url), request));
    const next = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || next === null) return accepted(response, url);
    await response.body?.cancel();
    const target = redirected(next, url);
    if (url.protocol === "https:" && target.protocol !== "https:") {
      fail("BUNDLE_DOWNGRADED", `${withoutSecrets(url)} leads to ${withoutSecrets(target)}, away from https`);
    }
    url = target;
  }
  return fail("BUNDLE_REDIRECTED", `${withoutSecrets(start)} redirects more than ${MOST_REDIRECTS} times`);
}

/** Where an answer leads; only to another web server. */
function redirected(location: string, from: URL): URL {
  const target = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (target?.protocol === "http:" || target?.protocol === "https:") return target;
  const to = target === undefined ? location : withoutSecrets(target);
  return fail(
    "BUNDLE_REDIRECTED",
    `${withoutSecrets(from)} redirects to ${to}, which is not fetched: only http and https are`,
  );
}

/** 4xx answers stay as they are, except that the server is busy or was asked too early. */
function accepted(response: Response, url: URL): Response {
  const { status, ok, headers } = response;
  if (ok) return response;
  const words = `the server answers ${status} ${response.statusText}`.trimEnd();
  if (status < 500 && ![408, 425, 429].includes(status)) {
    fail("BUNDLE_REFUSED", `Could not fetch ${withoutSecrets(url)}: ${words}`);
  }
  const after = Number(headers.get("retry-after") ?? Number.NaN);
  throw new Passing(words, Number.isFinite(after) ? after * 1000 : undefined);
}

/** In whose name a server is asked: the URL's user, or the machine's role for a bucket of S3. */
async function credentialHeaders(url: URL, region: string | undefined): Promise<Headers> {
  if (region !== undefined) {
    const credentials = await s3Credentials();
    return credentials ? signedHeaders(url, region, credentials) : {};
  }
  return userHeaders(url);
}

/** Aborts when nothing has moved for a while. */
class Stall {
  readonly #abort = new AbortController();
  readonly #timer = setTimeout(() => this.#abort.abort(), STALLED);

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  moved(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

function wordsOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return `nothing came for ${STALLED / 1000} seconds`;
  const { cause } = error as TypeError & { cause?: NodeJS.ErrnoException };
  return WORDS[cause?.code ?? ""] ?? certificateWords(cause?.message ?? (error as Error).message);
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection is refused",
  ECONNRESET: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  UND_ERR_CONNECT_TIMEOUT: "the server does not answer",
  ETIMEDOUT: "the server does not answer",
  EHOSTUNREACH: "there is no way to the host",
  ENETUNREACH: "there is no way to the network",
  ENOTFOUND: "the host's name is not known",
  EAI_AGAIN: "the name server cannot be reached",
};
