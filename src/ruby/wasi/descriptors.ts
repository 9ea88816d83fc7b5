import { closeSync } from "node:fs";
import { WasiError } from "./errno.ts";

/** File types of WASI preview 1. */
export const FILE_TYPE = {
  unknown: 0,
  block: 1,
  character: 2,
  folder: 3,
  file: 4,
  socket: 6,
  link: 7,
} as const;

/** An entry of a folder: its name and its WASI file type. */
export type FolderEntry = readonly [name: string, type: number];

/** What an open descriptor leads to. */
export type Descriptor =
  /** Standard input: nothing is ever there, as code that compiles must not wait for somebody to type. */
  | { readonly kind: "empty" }
  /** Standard output and error. */
  | { readonly kind: "sink"; readonly write: (bytes: Buffer) => void }
  /** `entries` are read when the listing starts. */
  | { readonly kind: "folder"; readonly path: string; entries?: readonly FolderEntry[] }
  /** `position` is null where the file has none of its own: pipes, terminals. */
  | {
      readonly kind: "file";
      readonly fd: number;
      readonly type: number;
      readonly append: boolean;
      flags: number;
      position: number | null;
    }
  /** A file of the packed folder. */
  | { readonly kind: "packed"; readonly content: Buffer; position: number };

/** What paths are resolved from: WASI programs find the folders that they may use by asking for 3, 4, ... */
export const ROOT_DESCRIPTOR = 3;

/** Open descriptors by number. An image is taken with 0 to 3 open only, so that a new table fits it. */
export class Descriptors {
  readonly #open: Map<number, Descriptor>;
  #next = ROOT_DESCRIPTOR + 1;

  constructor(out: (bytes: Buffer) => void, err: (bytes: Buffer) => void) {
    this.#open = new Map<number, Descriptor>([
      [0, { kind: "empty" }],
      [1, { kind: "sink", write: out }],
      [2, { kind: "sink", write: err }],
      [ROOT_DESCRIPTOR, { kind: "folder", path: "/" }],
    ]);
  }

  get(number: number): Descriptor {
    const found = this.#open.get(number);
    if (found === undefined) throw new WasiError("EBADF");
    return found;
  }

  add(descriptor: Descriptor): number {
    const number = this.#next++;
    this.#open.set(number, descriptor);
    return number;
  }

  close(number: number): void {
    const descriptor = this.get(number);
    this.#open.delete(number);
    if (descriptor.kind === "file") closeSync(descriptor.fd);
  }

  /** dup2 without the copy: `from` becomes `to`. */
  renumber(from: number, to: number): void {
    const descriptor = this.get(from);
    if (this.#open.has(to)) this.close(to);
    this.#open.set(to, descriptor);
    this.#open.delete(from);
  }

  /** Close what a dead instance has left open. */
  closeAll(): void {
    for (const number of [...this.#open.keys()]) this.close(number);
  }
}
