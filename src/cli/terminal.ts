import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import type { Terminal } from "../report/terminal.ts";

const OUT = 1;
const ERR = 2;
/** Milliseconds until a reader that is behind is tried again. */
const PAUSE = 2;

/** The process's own output, written at once: Node's streams would take longer to load than many a run. */
export function processTerminal(): Terminal {
  return {
    out: (text) => write(OUT, text),
    err: (text) => write(ERR, text),
    isTerminal: fstatSync(OUT).isCharacterDevice() && isatty(OUT),
  };
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
