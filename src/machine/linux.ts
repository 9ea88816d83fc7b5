import * as fs from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import type { Command, CommandResult } from "./command.ts";
import { digestOfFile } from "./digest.ts";
import type { FileStat, NewFile } from "./file-stat.ts";
import { Accounts } from "./linux-accounts.ts";
import { type Identity, runCommand } from "./linux-command.ts";
import { replaceFile, statOf } from "./linux-files.ts";
import type { DigestKind, Machine } from "./machine.ts";
import { mayBeEscaped, nameOfBytes, nativePath } from "./native-path.ts";
import type { RunRecord } from "./run-record.ts";
import type { WebAnswer, WebContent, WebMethod } from "./web.ts";

/** The machine this process runs on. */
export class LinuxMachine implements Machine {
  readonly uid = process.geteuid?.() ?? 0;
  readonly root = this.uid === 0;
  readonly #accounts = new Accounts();
  #record: RunRecord | undefined;

  /** Keep a record of commands and temporary files from now on, or no more. */
  recordIn(record: RunRecord | undefined): void {
    this.#record = record;
  }

  lstat(path: string): FileStat | undefined {
    return statOf(path, false);
  }

  stat(path: string): FileStat | undefined {
    return statOf(path, true);
  }

  readFile(path: string): Buffer {
    return fs.readFileSync(nativePath(path));
  }

  digest(path: string, kind: DigestKind): string {
    return digestOfFile(path, kind);
  }

  readdir(path: string): string[] {
    const names = fs.readdirSync(nativePath(path));
    if (!names.some(mayBeEscaped)) return names.sort();
    return fs.readdirSync(nativePath(path), { encoding: "buffer" }).map(nameOfBytes).sort();
  }

  readlink(path: string): string {
    return fs.readlinkSync(nativePath(path));
  }

  async replaceFile(path: string, file: NewFile): Promise<void> {
    this.#accounts.forget();
    await replaceFile(path, file, this.#record);
  }

  copy(from: string, to: string): void {
    const options = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, dereference: false };
    fs.cpSync(from, to, options);
    const { mode, uid, gid } = fs.lstatSync(from);
    fs.lchownSync(to, uid, gid);
    if (!fs.lstatSync(to).isSymbolicLink()) fs.chmodSync(to, mode & 0o7777);
  }

  mkdir(path: string, mode?: number): void {
    fs.mkdirSync(nativePath(path), { mode: 0o755 });
    if (mode !== undefined) fs.chmodSync(nativePath(path), mode);
  }

  /** Loaded when first used: few runs ask a web server. */
  async askWeb(url: string, method: WebMethod, content?: WebContent): Promise<WebAnswer> {
    const { askWeb } = await import("./web.ts");
    return askWeb(url, method, content);
  }

  symlink(target: string, path: string): void {
    fs.symlinkSync(nativePath(target), nativePath(path));
  }

  unlink(path: string): void {
    fs.unlinkSync(nativePath(path));
  }

  removeTree(path: string): void {
    fs.rmSync(nativePath(path), { recursive: true });
  }

  chmod(path: string, mode: number): void {
    fs.chmodSync(nativePath(path), mode);
  }

  chown(path: string, uid: number | undefined, gid: number | undefined, follow: boolean): void {
    const native = nativePath(path);
    const is = follow ? fs.statSync(native) : fs.lstatSync(native);
    const change = follow ? fs.chownSync : fs.lchownSync;
    change(native, uid ?? is.uid, gid ?? is.gid);
  }

  async run(command: Command): Promise<CommandResult> {
    this.#accounts.forget();
    const identity = this.#identity(command);
    const another = identity.uid !== undefined || identity.gid !== undefined;
    if (another && !this.root) this.#refuseOthers(identity);
    return another && this.root
      ? this.#runAs(command, identity)
      : runCommand(command, command.argv, {}, this.#record);
  }

  which(name: string, searchPath = (process.env.PATH ?? "").split(delimiter)): string | undefined {
    if (isAbsolute(name)) return this.executable(name) ? name : undefined;
    return searchPath.map((directory) => join(directory, name)).find((path) => this.executable(path));
  }

  executable(path: string): boolean {
    try {
      fs.accessSync(path, fs.constants.X_OK);
      return fs.statSync(path).isFile();
    } catch {
      return false;
    }
  }

  sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }

  uidOf(user: string): number | undefined {
    return this.#accounts.uidOf(user);
  }

  gidOf(group: string): number | undefined {
    return this.#accounts.gidOf(group);
  }

  userOf(uid: number): string | undefined {
    return this.#accounts.userOf(uid);
  }

  groupOf(gid: number): string | undefined {
    return this.#accounts.groupOf(gid);
  }

  #refuseOthers({ uid = this.uid, gid = process.getegid?.() }: Identity): void {
    if (uid !== this.uid) throw new Error("Only root can execute commands as other users");
    if (gid !== process.getegid?.()) throw new Error("Only root can execute commands as other groups");
  }

  /** A user brings its supplementary groups along: only setpriv(1) can ask for them between fork and exec. */
  #runAs(command: Command, identity: Identity): Promise<CommandResult> {
    const setpriv = this.which("setpriv", ["/usr/bin", "/bin"]);
    const { uid, gid } = identity;
    if (setpriv === undefined || uid === undefined || gid === undefined) {
      return runCommand(command, command.argv, identity, this.#record);
    }
    const groups = this.userOf(uid) === undefined ? "--clear-groups" : "--init-groups";
    return runCommand(
      command,
      [setpriv, `--reuid=${uid}`, `--regid=${gid}`, groups, "--", ...command.argv],
      {},
      this.#record,
    );
  }

  #identity({ user, group }: Command): Identity {
    const uid = user === undefined ? undefined : idOrFail("user", user, this.uidOf(user));
    const gid = group === undefined ? undefined : idOrFail("group", group, this.gidOf(group));
    return { uid, gid: gid ?? (uid === undefined ? undefined : this.#accounts.primaryGroupOf(uid)) };
  }
}

function idOrFail(what: string, name: string, id: number | undefined): number {
  if (id !== undefined) return id;
  if (/^\d+$/.test(name)) return Number(name);
  throw new Error(`Could not find ${what} ${name}`);
}
