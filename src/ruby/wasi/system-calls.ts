import { randomFillSync } from "node:crypto";
import type { WasiCall, WasiState } from "./wasi.ts";

/** The program asked for its end (`exit!`); nothing can be called in its instance any more. */
export class ProcessExit extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`exit status ${status}`);
    this.status = status;
  }
}

const ARGUMENTS = ["ruby"].map((text) => Buffer.from(`${text}\0`));
const REALTIME = 0;
const CLOCK_SUBSCRIPTION = 0;
const SUBSCRIPTION_SIZE = 48;
const EVENT_SIZE = 32;

/** One thing that is waited for: a time to pass (in nanoseconds), or a descriptor to be ready. */
interface Awaited {
  readonly userdata: bigint;
  readonly type: number;
  readonly nanoseconds: bigint | undefined;
}

/** Arguments, environment, clocks, randomness and waiting. The environment is empty: Ruby's is set by our Ruby layer. */
export function systemCalls({ memory }: WasiState): Record<string, WasiCall> {
  return {
    args_sizes_get(count: number, size: number) {
      memory.view.setUint32(count, ARGUMENTS.length, true);
      memory.view.setUint32(
        size,
        ARGUMENTS.reduce((sum, { length }) => sum + length, 0),
        true,
      );
    },
    args_get(pointers: number, texts: number) {
      let [pointer, text] = [pointers, texts];
      for (const argument of ARGUMENTS) {
        memory.view.setUint32(pointer, text, true);
        memory.bytes.set(argument, text);
        pointer += 4;
        text += argument.length;
      }
    },
    environ_sizes_get(count: number, size: number) {
      memory.view.setUint32(count, 0, true);
      memory.view.setUint32(size, 0, true);
    },
    environ_get() {},
    clock_res_get(_clock: number, out: number) {
      memory.view.setBigUint64(out, 1000n, true);
    },
    clock_time_get(clock: number, _precision: bigint, out: number) {
      memory.view.setBigUint64(out, now(clock), true);
    },
    random_get(pointer: number, length: number) {
      randomFillSync(memory.bytes.subarray(pointer, pointer + length));
    },
    proc_exit(status: number) {
      throw new ProcessExit(status);
    },
    sched_yield() {},
    poll_oneoff(subscriptions: number, events: number, count: number, out: number) {
      const ready = waited(
        Array.from({ length: count }, (_, i) => awaited(subscriptions + i * SUBSCRIPTION_SIZE)),
      );
      for (const [i, one] of ready.entries()) writeEvent(events + i * EVENT_SIZE, one);
      memory.view.setUint32(out, ready.length, true);
    },
  };

  function awaited(at: number): Awaited {
    const { view } = memory;
    const userdata = view.getBigUint64(at, true);
    const type = view.getUint8(at + 8);
    if (type !== CLOCK_SUBSCRIPTION) return { userdata, type, nanoseconds: undefined };
    const time = view.getBigUint64(at + 24, true);
    const isAbsolute = (view.getUint16(at + 40, true) & 1) === 1;
    const nanoseconds = isAbsolute ? time - now(view.getUint32(at + 16, true)) : time;
    return { userdata, type, nanoseconds: nanoseconds > 0n ? nanoseconds : 0n };
  }

  function writeEvent(at: number, { userdata, type }: Awaited): void {
    const { view } = memory;
    view.setBigUint64(at, userdata, true);
    view.setUint16(at + 8, 0, true);
    view.setUint8(at + 10, type);
    view.setBigUint64(at + 16, 1n, true);
    view.setUint16(at + 24, 0, true);
  }
}

/** Descriptors are always ready; otherwise sleep until the first time has passed. */
function waited(all: readonly Awaited[]): readonly Awaited[] {
  const ready = all.filter(({ nanoseconds }) => nanoseconds === undefined);
  if (ready.length > 0) return ready;
  const [first] = [...all].sort((a, b) => (a.nanoseconds! < b.nanoseconds! ? -1 : 1));
  if (first === undefined) return [];
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(first.nanoseconds) / 1e6);
  return [first];
}

function now(clock: number): bigint {
  if (clock !== REALTIME) return process.hrtime.bigint();
  return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e6));
}
