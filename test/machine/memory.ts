import { dirname, posix } from "node:path";
import type { Command, CommandResult } from "../../src/machine/command.ts";
import { digestOf } from "../../src/machine/digest.ts";
import type { FileKind, FileStat, NewFile } from "../../src/machine/file-stat.ts";
import type { DigestKind, Machine } from "../../src/machine/machine.ts";
import type { WebAnswer, WebMethod } from "../../src/machine/web.ts";

/** Something in a memory machine's file system. */
export interface MemoryEntry {
  readonly kind?: FileKind;
  readonly content?: string | Uint8Array;
  readonly target?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** What a memory machine is to start with; a text is a file's content. */
export interface MemorySetup {
  readonly files?: Readonly<Record<string, MemoryEntry | string>>;
  readonly users?: Readonly<Record<string, number>>;
  readonly groups?: Readonly<Record<string, number>>;
  /** What commands answer, by their words joined by blanks; undefined: command not found. */
  readonly answer?: ((command: string) => Partial<CommandResult> | undefined) | undefined;
  /** What web servers answer, by method and URL; anything else is not found. */
  readonly web?: Readonly<Record<string, Partial<WebAnswer>>>;
  readonly root?: boolean;
}

interface Node {
  kind: FileKind;
  content: Uint8Array;
  target: string;
  mode: number;
  uid: number;
  gid: number;
  mtime: number;
}

/** A machine that is only remembered: for tests of what is read, and of what steps do. */
export class MemoryMachine implements Machine {
  readonly root: boolean;
  readonly uid: number;
  /** Every command that was run, in order. */
  readonly ran: string[] = [];
  readonly slept: number[] = [];
  readonly #nodes = new Map<string, Node>();
  readonly #users: ReadonlyMap<string, number>;
  readonly #groups: ReadonlyMap<string, number>;
  readonly #answer: (command: string) => Partial<CommandResult> | undefined;
  readonly #web: NonNullable<MemorySetup["web"]>;
  #clock = 0;

  constructor({
    files = {},
    users = {},
    groups = {},
    answer = () => undefined,
    web = {},
    root = true,
  }: MemorySetup = {}) {
    this.root = root;
    this.#web = web;
    this.uid = root ? 0 : 1000;
    this.#users = new Map([["root", 0], ...Object.entries(users)]);
    this.#groups = new Map([["root", 0], ...Object.entries(groups)]);
    this.#answer = answer;
    this.#put("/", { kind: "directory", mode: 0o755 });
    for (const [path, entry] of Object.entries(files))
      this.#add(path, typeof entry === "string" ? { content: entry } : entry);
  }

  lstat(path: string): FileStat | undefined {
    const node = this.#nodes.get(posix.normalize(path));
    if (node === undefined) return undefined;
    const { kind, mode, uid, gid, mtime, content } = node;
    return { kind, mode, uid, gid, size: content.length, mtime, ctime: mtime };
  }

  stat(path: string): FileStat | undefined {
    const resolved = this.#resolve(path);
    return resolved === undefined ? undefined : this.lstat(resolved);
  }

  readFile(path: string): Buffer {
    return Buffer.from(this.#at(path, true).content);
  }

  /** The text of a file, for expectations. */
  text(path: string): string {
    return this.readFile(path).toString("utf8");
  }

  digest(path: string, kind: DigestKind): string {
    return digestOf(this.#at(path, true).content, kind);
  }

  readdir(path: string): string[] {
    const prefix = path === "/" ? "/" : `${path}/`;
    const below = [...this.#nodes.keys()].filter((name) => name.startsWith(prefix) && name !== "/");
    return below
      .map((name) => name.slice(prefix.length))
      .filter((name) => !name.includes("/"))
      .sort();
  }

  readlink(path: string): string {
    return this.#at(path, false).target;
  }

  async replaceFile(path: string, { content, mode, uid, gid, check }: NewFile): Promise<void> {
    const there = this.#nodes.get(path);
    if (there?.kind === "directory") throw systemError("EISDIR", path);
    this.#needParent(path);
    const old = there?.kind === "file" ? there : undefined;
    const bytes = content instanceof Uint8Array ? content : this.readFile(content.copyOf);
    const fresh = {
      content: bytes,
      mode: mode ?? old?.mode ?? 0o644,
      uid: uid ?? old?.uid ?? this.uid,
      gid: gid ?? old?.gid ?? this.uid,
    };
    await check?.(`${path}.new`);
    this.#put(path, fresh);
  }

  async askWeb(url: string, method: WebMethod): Promise<WebAnswer> {
    const asked = `${method} ${url}`;
    this.ran.push(asked);
    const nothing = { headers: {}, body: new Uint8Array() };
    return { status: asked in this.#web ? 200 : 404, ...nothing, ...this.#web[asked] };
  }

  copy(from: string, to: string): void {
    for (const [path, node] of [...this.#nodes]) {
      if (path === from || path.startsWith(`${from}/`))
        this.#nodes.set(to + path.slice(from.length), { ...node });
    }
  }

  mkdir(path: string, mode = 0o755): void {
    if (this.#nodes.has(path)) throw systemError("EEXIST", path);
    this.#needParent(path);
    this.#put(path, { kind: "directory", mode, uid: this.uid, gid: this.uid });
  }

  symlink(target: string, path: string): void {
    if (this.#nodes.has(path)) throw systemError("EEXIST", path);
    this.#put(path, { kind: "link", target, mode: 0o777 });
  }

  unlink(path: string): void {
    this.#at(path, false);
    this.#nodes.delete(path);
  }

  removeTree(path: string): void {
    for (const name of [...this.#nodes.keys()])
      if (name === path || name.startsWith(`${path}/`)) this.#nodes.delete(name);
  }

  chmod(path: string, mode: number): void {
    this.#at(path, true).mode = mode;
  }

  chown(path: string, uid: number | undefined, gid: number | undefined, follow: boolean): void {
    const node = this.#at(path, follow);
    node.uid = uid ?? node.uid;
    node.gid = gid ?? node.gid;
  }

  async run({ argv }: Command): Promise<CommandResult> {
    const command = argv.join(" ");
    this.ran.push(command);
    const answer = this.#answer(command) ?? { code: 127, output: `${argv[0]}: not found` };
    return { code: 0, output: "", errors: "", timedOut: false, ...answer };
  }

  which(
    name: string,
    searchPath: readonly string[] = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"],
  ): string | undefined {
    const paths = name.startsWith("/") ? [name] : searchPath.map((directory) => `${directory}/${name}`);
    return paths.find((path) => this.executable(path));
  }

  executable(path: string): boolean {
    const stat = this.stat(path);
    return stat?.kind === "file" && (stat.mode & 0o111) !== 0;
  }

  async sleep(seconds: number): Promise<void> {
    this.slept.push(seconds);
  }

  uidOf(user: string): number | undefined {
    return this.#users.get(user);
  }

  gidOf(group: string): number | undefined {
    return this.#groups.get(group);
  }

  userOf(uid: number): string | undefined {
    return [...this.#users].find(([, id]) => id === uid)?.[0];
  }

  groupOf(gid: number): string | undefined {
    return [...this.#groups].find(([, id]) => id === gid)?.[0];
  }

  #add(path: string, entry: MemoryEntry): void {
    for (let above = dirname(path); !this.#nodes.has(above); above = dirname(above))
      this.#put(above, { kind: "directory", mode: 0o755 });
    this.#put(path, entry);
  }

  #put(
    path: string,
    { kind = "file", content = "", target = "", mode = 0o644, uid = 0, gid = 0 }: MemoryEntry,
  ): void {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#nodes.set(path, { kind, content: bytes, target, mode, uid, gid, mtime: ++this.#clock });
  }

  #needParent(path: string): void {
    const parent = this.stat(dirname(path));
    if (parent === undefined) throw systemError("ENOENT", path);
    if (parent.kind !== "directory") throw systemError("ENOTDIR", path);
  }

  #at(path: string, follow: boolean): Node {
    const node = this.#nodes.get((follow ? this.#resolve(path) : path) ?? path);
    if (node === undefined) throw systemError("ENOENT", path);
    return node;
  }

  #resolve(path: string): string | undefined {
    for (let at = posix.normalize(path), links = 0; links < 40; links++) {
      const node = this.#nodes.get(at);
      if (node?.kind !== "link") return node === undefined ? undefined : at;
      at = posix.resolve(dirname(at), node.target);
    }
    throw systemError("ELOOP", path);
  }
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}
