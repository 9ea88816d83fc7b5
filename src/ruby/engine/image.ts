import type { InstanceState, RubyInstance } from "./instance.ts";
import { PAGE_SIZE } from "./wasm-sections.ts";

/** The grain of an image: what is zero throughout is left out. */
const BLOCK = 4096;
const LENGTH_SIZE = 4;

interface Heading {
  readonly pages: number;
  readonly state: InstanceState;
  /** Where the blocks that follow belong: offset and length in bytes. */
  readonly runs: readonly (readonly [offset: number, length: number])[];
}

/** The memory of an instance in which no Ruby is running, to go on from. */
export function takeImage(instance: RubyInstance): Buffer {
  const memory = Buffer.from(instance.memory.buffer);
  const runs = usedRuns(memory);
  const heading: Heading = { pages: memory.length / PAGE_SIZE, state: instance.state(), runs };
  const text = Buffer.from(JSON.stringify(heading));
  const length = Buffer.alloc(LENGTH_SIZE);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...runs.map(([at, size]) => memory.subarray(at, at + size))]);
}

/** Put an image into a fresh instance of the same code. */
export function restoreImage(instance: RubyInstance, image: Buffer): void {
  const start = LENGTH_SIZE + image.readUInt32LE(0);
  const { pages, state, runs } = JSON.parse(image.toString("utf8", LENGTH_SIZE, start)) as Heading;
  const missing = pages - instance.memory.buffer.byteLength / PAGE_SIZE;
  if (missing > 0) instance.memory.grow(missing);
  const memory = new Uint8Array(instance.memory.buffer);
  let at = start;
  for (const [offset, length] of runs) {
    memory.set(image.subarray(at, at + length), offset);
    at += length;
  }
  instance.resume(state);
}

function usedRuns(memory: Buffer): [offset: number, length: number][] {
  const zero = Buffer.alloc(BLOCK);
  const runs: [number, number][] = [];
  for (let at = 0; at < memory.length; at += BLOCK) {
    if (memory.compare(zero, 0, BLOCK, at, at + BLOCK) === 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === at) last[1] += BLOCK;
    else runs.push([at, BLOCK]);
  }
  return runs;
}
