import { createHash } from "node:crypto";
import type { Key } from "openpgp";
import { fail } from "../diagnostics/failure.ts";
import type { ArchivePlace } from "./archive-bytes.ts";
import { entryKind } from "./entry-kind.ts";
import { entryPath, shown } from "./entry-path.ts";
import { INVENTORY, type Inventory, type ListedFile, readInventory, SIGNATURE } from "./inventory.ts";
import type { Limits } from "./limits.ts";
import { type Entry, readEntries } from "./read-entries.ts";
import { signer } from "./signature.ts";
import type { StagingTree } from "./staging-tree.ts";

/** Whose signature is good enough. */
export interface Trust {
  readonly keys: readonly Key[];
  readonly required: boolean;
}

/** A bundle that has been found to be what its inventory says. */
export interface UnpackedBundle extends Inventory {
  /** Who signed it; undefined when it is not signed or there is no key to check it with. */
  readonly signer: string | undefined;
  readonly isSigned: boolean;
}

/**
 * Unpack a bundle, and check it on the way: first the signature over the bytes of the inventory, and only then is the
 * inventory read; then every entry against its line of the inventory. All of it is wrong when a part is.
 */
export async function unpackBundle(
  place: ArchivePlace,
  tree: StagingTree | undefined,
  trust: Trust,
  limits: Limits,
): Promise<UnpackedBundle> {
  return new Unpacking(place, tree, trust, limits).all();
}

class Unpacking {
  readonly #archive: string;
  readonly #entries: AsyncGenerator<Entry>;
  readonly #tree: StagingTree | undefined;
  readonly #trust: Trust;
  readonly #limits: Limits;

  constructor(place: ArchivePlace, tree: StagingTree | undefined, trust: Trust, limits: Limits) {
    this.#archive = place.file;
    this.#entries = readEntries(place, limits);
    this.#tree = tree;
    this.#trust = trust;
    this.#limits = limits;
  }

  async all(): Promise<UnpackedBundle> {
    try {
      const first = await this.#next();
      if (!first || entryPath(first.path, this.#archive) !== INVENTORY) this.#noBundle();
      this.#path(first);
      const bytes = await this.#read(first);
      let next = await this.#next();
      const isSigned = next !== undefined && this.#path(next) === SIGNATURE;
      const who = isSigned ? await this.#signer(bytes, next!) : this.#unsigned();
      if (isSigned) next = await this.#next();
      const inventory = readInventory(bytes.toString(), this.#archive);
      await this.#files(inventory.files, next);
      return { ...inventory, isSigned, signer: who };
    } finally {
      await this.#entries.return(undefined);
    }
  }

  async #signer(inventory: Buffer, entry: Entry): Promise<string | undefined> {
    const armored = (await this.#read(entry)).toString("latin1");
    const { keys, required } = this.#trust;
    if (keys.length > 0) return signer(inventory, armored, keys, this.#archive);
    if (!required) return undefined;
    return fail(
      "BUNDLE_NO_TRUSTED_KEY",
      `${this.#archive}: A signature is required, and no key is trusted`,
      "Put public keys into /etc/nostrings/trusted.d, or give them with --trust FILE.",
    );
  }

  #unsigned(): undefined {
    if (!this.#trust.required) return;
    fail(
      "BUNDLE_UNSIGNED",
      `${this.#archive}: The bundle is not signed`,
      "Sign it with: nostrings bundle --sign KEY. A machine with trusted keys takes unsigned bundles only with --no-require-signature.",
    );
  }

  async #files(files: readonly ListedFile[], first: Entry | undefined): Promise<void> {
    if (files.length > this.#limits.entries - 2) {
      this.#refuse("TOO_MANY_ENTRIES", `The inventory has more than ${this.#limits.entries} files`);
    }
    const total = files.reduce((sum, { size }) => sum + size, 0);
    if (total > this.#limits.bytes) {
      this.#refuse("TOO_LARGE", `The inventory has ${total} bytes, more than ${this.#limits.bytes}`);
    }
    const listed = new Set(files.map(({ path }) => path));
    if (listed.size < files.length) this.#refuse("BAD_INVENTORY", "The inventory has a file twice");
    const done = new Set([INVENTORY, SIGNATURE]);
    let entry = first;
    for (const file of files) {
      if (!entry) this.#refuse("ENTRY_MISSING", `An entry of the inventory is missing: ${shown(file.path)}`);
      const path = this.#path(entry);
      if (done.has(path)) this.#twice(path);
      if (!listed.has(path)) this.#unlisted(path);
      if (path !== file.path) {
        this.#refuse(
          "WRONG_ORDER",
          `Entries are not in the inventory's order: ${shown(path)}, not ${shown(file.path)}`,
        );
      }
      await this.#file(file, entry);
      done.add(path);
      entry = await this.#next();
    }
    if (!entry) return;
    const path = this.#path(entry);
    if (done.has(path)) this.#twice(path);
    this.#unlisted(path);
  }

  async #file(file: ListedFile, entry: Entry): Promise<void> {
    if (entry.size !== file.size) this.#tampered(file.path);
    if (isExecutable(entry) !== file.executable) this.#tampered(file.path);
    const hash = createHash("sha256");
    const seen = (piece: Buffer) => void hash.update(piece);
    if (this.#tree) await this.#tree.file(file.path, entry.contents(), file.executable, seen);
    else for await (const piece of entry.contents()) seen(piece);
    if (hash.digest("hex") !== file.sha256) this.#tampered(file.path);
  }

  /** The path of an entry, which must be a file: a bundle has nothing else. */
  #path(entry: Entry): string {
    const path = entryPath(entry.path, this.#archive);
    const kind = entryKind(entry, this.#archive);
    if (kind === "file" && path === entry.path) return path;
    return this.#refuse(
      "NOT_A_FILE",
      `A bundle holds files only, by their plain names: ${shown(entry.path)}`,
    );
  }

  async #read(entry: Entry): Promise<Buffer> {
    if (entry.size > this.#limits.inventoryBytes) {
      this.#refuse("TOO_LARGE", `${shown(entry.path)} has more than ${this.#limits.inventoryBytes} bytes`);
    }
    const parts: Buffer[] = [];
    for await (const piece of entry.contents()) parts.push(piece);
    return Buffer.concat(parts);
  }

  async #next(): Promise<Entry | undefined> {
    const next = await this.#entries.next();
    return next.done ? undefined : next.value;
  }

  #noBundle(): never {
    fail(
      "BUNDLE_NO_INVENTORY",
      `${this.#archive}: This is not a bundle: its first entry is not ${INVENTORY}`,
      "A folder of an ordinary archive is applied by its name within: app.tar.gz//deploy",
    );
  }

  #twice(path: string): never {
    this.#refuse("DUPLICATE_ENTRY", `An entry is there twice: ${shown(path)}`);
  }

  #unlisted(path: string): never {
    this.#refuse("ENTRY_NOT_LISTED", `An entry is not in the inventory: ${shown(path)}`);
  }

  #tampered(path: string): never {
    this.#refuse("TAMPERED", `A file is not the one of the inventory: ${shown(path)}`);
  }

  #refuse(code: string, message: string): never {
    fail(`BUNDLE_${code}`, `${this.#archive}: ${message}`);
  }
}

function isExecutable({ mode }: Entry): boolean {
  return (mode & 0o100) !== 0;
}
