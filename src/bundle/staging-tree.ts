import {
  chmodSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { naming } from "../machine/system-error.ts";
import { shown } from "./entry-path.ts";

type Kind = "file" | "directory" | "symlink";

/**
 * A directory that an archive is unpacked into. Nothing is written outside it: paths come from `entryPath`, every file is
 * made anew, nothing is made below a link, and links are made last and must lead to something inside.
 */
export class StagingTree {
  readonly root: string;
  readonly #archive: string;
  readonly #top: string;
  readonly #goOn: () => void;
  readonly #kinds = new Map<string, Kind>([["", "directory"]]);
  /** Directories that only stood in the way to something; the archive may still name them. */
  readonly #implied = new Set<string>([""]);
  readonly #links = new Map<string, string>();

  /** Links may lead to `top`, a path below the root, and what is in it. `goOn` fails when unpacking is to end. */
  constructor(root: string, archive: string, top = "", goOn: () => void = () => {}) {
    this.root = root;
    this.#goOn = goOn;
    this.#archive = archive;
    this.#top = top;
  }

  directory(path: string): void {
    if (this.#implied.delete(path)) return;
    this.#claim(path, "directory");
    mkdirSync(join(this.root, path), { mode: 0o755 });
  }

  /** Write a new file; `executable` is all that is kept of a mode. Gives each piece to `seen` first. */
  async file(
    path: string,
    contents: AsyncIterable<Buffer>,
    executable: boolean,
    seen?: (piece: Buffer) => void,
  ): Promise<void> {
    this.#claim(path, "file");
    const file = openSync(join(this.root, path), "wx", 0o600);
    try {
      for await (const piece of contents) {
        seen?.(piece);
        naming(join(this.root, path), () => writeAll(file, piece));
      }
    } finally {
      closeSync(file);
    }
    chmodSync(join(this.root, path), executable ? 0o755 : 0o644);
  }

  /** A link to be made at the end; it must lead to something inside. */
  symlink(path: string, target: string): void {
    const inside = posix.normalize(posix.join(dirname(path), target));
    if (target.startsWith("/") || !this.#isWithin(inside)) this.#outside(path, target);
    this.#claim(path, "symlink");
    this.#links.set(path, target);
  }

  /** Another name of a file that has been unpacked. */
  hardlink(path: string, target: string): void {
    if (this.#kinds.get(target) !== "file") this.#outside(path, target);
    this.#claim(path, "file");
    linkSync(join(this.root, target), join(this.root, path));
  }

  /** Make the links. One that leads nowhere is refused too: where it would lead cannot be known. */
  finish(): void {
    for (const [path, target] of this.#links) symlinkSync(target, join(this.root, path));
    const root = realOf(join(this.root, this.#top));
    for (const [path, target] of this.#links) {
      const real = realOf(join(this.root, path));
      const isInside = real !== undefined && (real === root || real.startsWith(`${root}/`));
      if (!isInside) this.#outside(path, target);
    }
  }

  #isWithin(path: string): boolean {
    if (this.#top === "") return path !== ".." && !path.startsWith("../");
    return path === this.#top || path.startsWith(`${this.#top}/`);
  }

  #claim(path: string, kind: Kind): void {
    this.#goOn();
    if (this.#kinds.has(path)) {
      fail("BUNDLE_DUPLICATE_ENTRY", `${this.#archive}: An entry is there twice: ${shown(path)}`);
    }
    this.#parents(path);
    this.#kinds.set(path, kind);
  }

  #parents(path: string): void {
    const parent = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const kind = this.#kinds.get(parent);
    if (kind === "directory") return;
    if (kind !== undefined) {
      fail("BUNDLE_BELOW_A_FILE", `${this.#archive}: An entry stands below a ${kind}: ${shown(path)}`);
    }
    this.#claim(parent, "directory");
    this.#implied.add(parent);
    mkdirSync(join(this.root, parent), { mode: 0o755 });
  }

  #outside(path: string, target: string): never {
    fail("BUNDLE_LINK_OUTSIDE", `${this.#archive}: A link leads outside: ${shown(path)} -> ${shown(target)}`);
  }
}

function writeAll(file: number, piece: Buffer): void {
  for (let written = 0; written < piece.length; ) written += writeSync(file, piece, written);
}

/** As the kernel follows links; Node's own realpath resolves `..` before the links that stand before it. */
function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
