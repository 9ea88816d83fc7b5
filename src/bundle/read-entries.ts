import { Header } from "tar/header";
import { Pax } from "tar/pax";
import { fail } from "../diagnostics/failure.ts";
import { type ArchivePlace, archiveBytes, truncated } from "./archive-bytes.ts";
import { ByteSource } from "./byte-source.ts";
import type { Limits } from "./limits.ts";

const BLOCK = 512;

/** What an archive says stands at a path, not yet judged. */
export interface Entry {
  /** As written in the archive. */
  readonly path: string;
  /** tar's own word: `File`, `Directory`, `SymbolicLink`, `Link`, `CharacterDevice`, ... */
  readonly type: string;
  readonly mode: number;
  readonly size: number;
  readonly linkPath: string;
  /** The contents, once; what is not read is passed over. */
  contents(): AsyncIterable<Buffer>;
}

/** The entries of an archive in its order, to its very end. Headers of pax and GNU tar are understood. */
export async function* readEntries(place: ArchivePlace, limits: Limits): AsyncGenerator<Entry> {
  const reader = new EntryReader(place, limits);
  try {
    yield* reader.entries();
  } finally {
    await reader.close();
  }
}

class EntryReader {
  readonly #file: string;
  readonly #limits: Limits;
  readonly #source: ByteSource;
  /** What extended headers say of the next entry, and of all to come. */
  #next: Pax | undefined;
  #all: Pax | undefined;
  /** Contents and padding of the current entry that are still to be read. */
  #content = 0;
  #padding = 0;

  constructor(place: ArchivePlace, limits: Limits) {
    this.#file = place.file;
    this.#limits = limits;
    this.#source = new ByteSource(archiveBytes(place, limits));
  }

  async *entries(): AsyncGenerator<Entry> {
    let count = 0;
    for (let header = await this.#header(); header; header = await this.#header()) {
      if (++count > this.#limits.entries) {
        fail(
          "BUNDLE_TOO_MANY_ENTRIES",
          `${this.#file}: The archive has more than ${this.#limits.entries} entries`,
        );
      }
      this.#expect(header.size ?? 0);
      if (isExtension(header.type)) await this.#extend(header);
      else {
        this.#next = undefined;
        yield this.#entry(header);
      }
      await this.#passOver();
    }
    await this.#end();
  }

  close(): Promise<void> {
    return this.#source.close();
  }

  /** The next header; undefined at the two empty blocks that end an archive. */
  async #header(): Promise<Header | undefined> {
    const block = await this.#source.take(BLOCK);
    if (!block) truncated(this.#file);
    const header = new Header(block, 0, this.#next, this.#all);
    if (header.nullBlock) return undefined;
    if (!header.cksumValid || header.size === undefined || !header.path) {
      fail("BUNDLE_CORRUPT", `${this.#file}: Not a tar archive, or its headers are damaged`);
    }
    return header;
  }

  /** After the first empty block: a second, and then nothing but zeros that fill up a record. */
  async #end(): Promise<void> {
    const second = await this.#source.take(BLOCK);
    if (!second) truncated(this.#file);
    for (let rest: Buffer | undefined = second; rest; rest = await this.#source.some(65_536)) {
      if (rest.some((byte) => byte !== 0)) {
        fail("BUNDLE_TRAILING_DATA", `${this.#file}: Something follows the end of the archive`);
      }
    }
  }

  #entry(header: Header): Entry {
    const { path = "", type, mode = 0, size = 0, linkpath = "" } = header;
    return { path, type, mode, size, linkPath: linkpath, contents: () => this.#contents() };
  }

  #expect(size: number): void {
    this.#content = size;
    this.#padding = (BLOCK - (size % BLOCK)) % BLOCK;
  }

  async *#contents(): AsyncGenerator<Buffer> {
    while (this.#content > 0) {
      const piece = await this.#source.some(this.#content);
      if (!piece) truncated(this.#file);
      this.#content -= piece.length;
      yield piece;
    }
  }

  async #passOver(): Promise<void> {
    this.#content += this.#padding;
    this.#padding = 0;
    for await (const _ of this.#contents());
  }

  async #extend({ type, size = 0 }: Header): Promise<void> {
    if (size > this.#limits.inventoryBytes) {
      fail("BUNDLE_TOO_LARGE", `${this.#file}: An extended header of ${size} bytes`);
    }
    const parts: Buffer[] = [];
    for await (const piece of this.#contents()) parts.push(piece);
    const text = Buffer.concat(parts).toString();
    const name = text.replace(/\0.*$/s, "");
    if (type === "GlobalExtendedHeader") this.#all = Pax.parse(text, this.#all, true);
    else if (type === "NextFileHasLongLinkpath") this.#next = new Pax({ ...this.#next, linkpath: name });
    else if (type === "ExtendedHeader") this.#next = Pax.parse(text, this.#next);
    else this.#next = new Pax({ ...this.#next, path: name });
  }
}

const EXTENSIONS = [
  "ExtendedHeader",
  "GlobalExtendedHeader",
  "NextFileHasLongPath",
  "OldGnuLongPath",
  "NextFileHasLongLinkpath",
];

function isExtension(type: string): boolean {
  return EXTENSIONS.includes(type);
}
