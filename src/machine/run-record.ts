import {
  closeSync,
  constants,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { nativePath } from "./native-path.ts";
import { ownFolder } from "./own-folder.ts";
import { processStart } from "./process-start.ts";

/** A command that a run has begun. */
interface Running {
  readonly pid: number;
  readonly started: string;
}

/** What a run was in the midst of when it was killed. */
export interface Unfinished {
  /** Commands that still run. */
  readonly commands: readonly Running[];
  /** Temporary files that are still there. */
  readonly files: readonly string[];
}

type Line = readonly [kind: "command" | "file", change: "+" | "-", what: string];

const { O_RDWR, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;

/**
 * What a run is in the midst of, in a file of lines that are added: a run that is killed cannot say it, and the next one
 * must know it. The file is empty whenever nothing is under way.
 */
export class RunRecord {
  readonly #path: string;
  readonly #file: number;
  readonly #open = new Set<string>();
  #isOwn = false;

  constructor(path: string) {
    ownFolder(dirname(path));
    this.#path = path;
    this.#file = openSync(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
  }

  /** What an earlier run left behind. */
  unfinished(): Unfinished {
    const left = leftBehind(readFileSync(this.#path, "utf8"));
    return {
      commands: [...left.commands].map(running).filter(isRunning),
      files: [...left.files].map((text) => JSON.parse(text) as string).filter(isThere),
    };
  }

  /** What an earlier run left behind is done with: the file is this run's. */
  begin(): void {
    ftruncateSync(this.#file);
    this.#isOwn = true;
  }

  /** A command has begun; gives what is to be called when it has ended. */
  command(pid: number): () => void {
    return this.#begun("command", JSON.stringify([pid, processStart(pid) ?? ""]));
  }

  /** A temporary file is about to be made; gives what is to be called when it is gone. */
  file(path: string): () => void {
    return this.#begun("file", JSON.stringify(path));
  }

  /** Nothing is under way any more; what an earlier run left behind stays known when this one has not begun. */
  close(): void {
    closeSync(this.#file);
    if (this.#isOwn) rmSync(this.#path, { force: true });
  }

  #begun(kind: Line[0], what: string): () => void {
    const key = `${kind} ${what}`;
    this.#open.add(key);
    this.#write([kind, "+", what]);
    return () => {
      this.#open.delete(key);
      if (this.#open.size === 0) ftruncateSync(this.#file);
      else this.#write([kind, "-", what]);
    };
  }

  #write(line: Line): void {
    writeSync(this.#file, `${line.join(" ")}\n`);
  }
}

function leftBehind(text: string): { readonly commands: Set<string>; readonly files: Set<string> } {
  const left = { commands: new Set<string>(), files: new Set<string>() };
  for (const line of text.split("\n").slice(0, -1)) {
    const [, kind, change, what = ""] = /^(command|file) ([+-]) (.*)$/.exec(line) ?? [];
    const set = kind === "file" ? left.files : left.commands;
    if (change === "+") set.add(what);
    else set.delete(what);
  }
  return left;
}

function running(text: string): Running {
  const [pid, started] = JSON.parse(text) as [number, string];
  return { pid, started };
}

/** Whether a command is still the same process, and has not ended. */
export function isRunning({ pid, started }: Running): boolean {
  return started !== "" && processStart(pid) === started;
}

function isThere(path: string): boolean {
  return lstatSync(nativePath(path), { throwIfNoEntry: false })?.isFile() === true;
}
