import { digestOf } from "../../machine/digest.ts";
import type { FileStat } from "../../machine/file-stat.ts";
import type { DigestKind, Machine } from "../../machine/machine.ts";
import type { Download } from "../../machine/step.ts";

import { rubyTime } from "../../values/ruby/time.ts";

/** How the contents of a file are compared. */
export type ChecksumKind = DigestKind | "mtime" | "ctime" | "none";

/** What a file should contain: bytes, or another file's; `sum` is known once a checksum kind is. */
export class FileContent {
  readonly bytes: Uint8Array | { readonly copyOf: string } | Download;
  readonly sum: string;

  constructor(bytes: FileContent["bytes"], sum: string) {
    this.bytes = bytes;
    this.sum = sum;
  }

  toString(): string {
    return this.sum;
  }

  toJSON(): string {
    return this.sum;
  }
}

/** Bytes with their checksum. */
export function contentOf(bytes: Uint8Array, kind: ChecksumKind): FileContent {
  return new FileContent(bytes, isDigest(kind) ? `{${kind}}${digestOf(bytes, kind)}` : `{${kind}}`);
}

/** The checksum of a file as it stands, e.g. `{sha256}...`, `{mtime}2026-...`. */
export function sumOfFile(path: string, stat: FileStat, kind: ChecksumKind, machine: Machine): string {
  if (isDigest(kind)) return `{${kind}}${machine.digest(path, kind)}`;
  if (kind === "none") return "{none}";
  return `{${kind}}${rubyTime(new Date(stat[kind]))}`;
}

/** Whether a file found is as good as the one wanted: the same bytes, or not older when times are compared. */
export function sameContent(is: string, to: FileContent): boolean {
  if (is === to.sum) return true;
  const [, kind, date] = /^\{(mtime|ctime)\}(.*)$/.exec(to.sum) ?? [];
  return (
    kind !== undefined &&
    is.startsWith(`{${kind}}`) &&
    Date.parse(is.slice(kind.length + 2)) >= Date.parse(date!)
  );
}

/** Hexadecimal digits of a digest. */
const DIGITS: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** Whether a text can be a checksum of a kind. */
export function isChecksum(kind: ChecksumKind, text: string): boolean {
  if (kind === "none") return text === "";
  if (!isDigest(kind)) return !Number.isNaN(Date.parse(text));
  const digits = DIGITS[kind.replace(/lite$/, "")];
  return text.length === digits && /^[\da-f]+$/i.test(text);
}

function isDigest(kind: ChecksumKind): kind is DigestKind {
  return kind !== "mtime" && kind !== "ctime" && kind !== "none";
}
