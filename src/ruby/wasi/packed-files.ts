import { posix } from "node:path";

/** A folder that exists only within the program: Ruby's standard library and our Ruby layer, read-only. */
export class PackedFiles {
  readonly root: string;
  readonly #read: () => ReadonlyMap<string, string>;
  #files: ReadonlyMap<string, string> | undefined;
  #folders: Map<string, Map<string, "file" | "folder">> | undefined;

  /** `read` gives the files by their absolute paths, all below `root`; it is asked once, when first needed. */
  constructor(root: string, read: () => ReadonlyMap<string, string>) {
    this.root = root;
    this.#read = read;
  }

  /** Whether a path is one of this folder, existing or not. */
  covers(path: string): boolean {
    return path === this.root || path.startsWith(`${this.root}/`);
  }

  file(path: string): Buffer | undefined {
    this.#files ??= this.#read();
    const text = this.#files.get(posix.normalize(path));
    return text === undefined ? undefined : Buffer.from(text);
  }

  folder(path: string): ReadonlyMap<string, "file" | "folder"> | undefined {
    this.#folders ??= this.#gathered();
    return this.#folders.get(posix.normalize(path).replace(/\/$/, ""));
  }

  #gathered(): Map<string, Map<string, "file" | "folder">> {
    this.#files ??= this.#read();
    const folders = new Map<string, Map<string, "file" | "folder">>([[this.root, new Map()]]);
    for (const file of this.#files.keys()) {
      let kind: "file" | "folder" = "file";
      for (let path = file; path !== this.root; path = posix.dirname(path)) {
        const parent = posix.dirname(path);
        const entries = folders.get(parent) ?? new Map<string, "file" | "folder">();
        entries.set(posix.basename(path), kind);
        folders.set(parent, entries);
        kind = "folder";
      }
    }
    return folders;
  }
}
