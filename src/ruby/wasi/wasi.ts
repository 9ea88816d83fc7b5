import { descriptorCalls } from "./descriptor-calls.ts";
import { Descriptors } from "./descriptors.ts";
import { errnoOf } from "./errno.ts";
import { LinearMemory } from "./memory.ts";
import type { PackedFiles } from "./packed-files.ts";
import { pathCalls } from "./path-calls.ts";
import { systemCalls } from "./system-calls.ts";

/** What the calls of one instance share. */
export interface WasiState {
  readonly memory: LinearMemory;
  readonly descriptors: Descriptors;
  readonly packed: PackedFiles;
  /** Whether something may be written at a path. */
  readonly mayWrite: (path: string) => boolean;
}

/** A function of WASI: it throws what fails. Pointers and lengths are numbers, sizes bigints. */
export type WasiCall = (...args: never[]) => unknown;

export interface WasiOptions {
  readonly packed: PackedFiles;
  /** Whether something may be written at a path; without it, anywhere. */
  readonly mayWrite?: ((path: string) => boolean) | undefined;
  readonly out: (bytes: Buffer) => void;
  readonly err: (bytes: Buffer) => void;
}

/**
 * WASI preview 1 (https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md) over node:fs: the whole file
 * system from `/` on, as the process may use it, and one folder that exists only within the program. Everything is
 * synchronous. The state is small enough to begin anew when an image is restored.
 */
export class Wasi implements WasiState {
  readonly memory = new LinearMemory();
  readonly descriptors: Descriptors;
  readonly packed: PackedFiles;
  readonly mayWrite: (path: string) => boolean;
  readonly imports: Record<string, (...args: never[]) => number>;

  constructor({ packed, mayWrite = () => true, out, err }: WasiOptions) {
    this.packed = packed;
    this.mayWrite = mayWrite;
    this.descriptors = new Descriptors(out, err);
    const calls = { ...systemCalls(this), ...descriptorCalls(this), ...pathCalls(this) };
    this.imports = Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, numbered(call)]));
  }
}

/** Errors of the file system become WASI's numbers; everything else ends the instance. */
function numbered(call: WasiCall): (...args: never[]) => number {
  return (...args) => {
    try {
      call(...args);
      return 0;
    } catch (thrown) {
      const errno = errnoOf(thrown);
      if (errno === undefined) throw thrown;
      return errno;
    }
  };
}
