import type { DigestKind, Machine } from "../../machine/machine.ts";
import type { WebAnswer } from "../../machine/web.ts";
import { type ChecksumKind, contentOf, FileContent } from "./content.ts";

/** A source on a web server: what its contents are summed up as, and how. */
export interface WebSource {
  readonly content: FileContent;
  readonly checksum: ChecksumKind;
}

/** What is tried when a server tells no checksum of the kind that is wanted, in Puppet's order. */
const OTHERS: readonly ChecksumKind[] = ["sha256", "sha1", "md5", "mtime"];

export function isWeb(source: string): boolean {
  return /^https?:/.test(source);
}

/**
 * Ask a server for what it says of a file: `X-Checksum-*`, `Content-MD5` or `Last-Modified`. One that says nothing is
 * asked for the file. Undefined when there is no such file.
 */
export async function lookAtWeb(
  source: string,
  wanted: ChecksumKind,
  machine: Machine,
): Promise<WebSource | undefined> {
  const answer = await asked(source, machine);
  if (answer === undefined) return undefined;
  const told = checksumsOf(answer.headers);
  const checksum = [wanted, ...OTHERS].find((kind) => told.has(kind));
  if (checksum !== undefined)
    return { content: new FileContent({ download: source }, `{${checksum}}${told.get(checksum)}`), checksum };
  const { status, body } = await machine.askWeb(source, "GET");
  return isGood(status) ? { content: contentOf(body, wanted), checksum: wanted } : undefined;
}

/** Some servers refuse to tell of a file what they give. */
async function asked(source: string, machine: Machine): Promise<WebAnswer | undefined> {
  try {
    const head = await machine.askWeb(source, "HEAD");
    if (isGood(head.status)) return head;
    const mayBeGiven = head.status === 403 || head.status === 405;
    const get = mayBeGiven ? await machine.askWeb(source, "GET") : head;
    return isGood(get.status) ? get : undefined;
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(`Could not retrieve file metadata for ${source}: ${why}`, { cause: error });
  }
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

function checksumsOf(headers: WebAnswer["headers"]): ReadonlyMap<ChecksumKind, string> {
  const told = new Map<ChecksumKind, string>();
  const date = Date.parse(headers["last-modified"] ?? "");
  if (!Number.isNaN(date))
    told.set("mtime", `${new Date(date).toISOString().slice(0, 19).replace("T", " ")} UTC`);
  const md5 = headers["content-md5"];
  if (md5 !== undefined) told.set("md5", Buffer.from(md5, "base64").toString("hex"));
  for (const kind of ["md5", "sha1", "sha256"] satisfies DigestKind[]) {
    const sum = headers[`x-checksum-${kind}`];
    if (sum !== undefined) told.set(kind, sum);
  }
  return told;
}
