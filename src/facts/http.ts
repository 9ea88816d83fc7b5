import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { HttpRequest } from "./host.ts";
import { HTTP_WORKER } from "./http-worker.ts";

/** How long a connection may take to come about, in milliseconds; metadata services are one hop away. */
const CONNECT_MS = 600;
/** How long a whole answer may take, in milliseconds. */
const TOTAL_MS = 5000;

interface Speaker {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** `body` only of an answer with status 200. */
interface Answer {
  readonly body: string | undefined;
  readonly reached: boolean;
}

let speaker: Speaker | undefined;
const unreachable = new Set<string>();

/** Ask and wait for the answer. A server that did not answer once is not asked again. */
export function request(asked: HttpRequest): string | undefined {
  const { host } = new URL(asked.url);
  if (unreachable.has(host)) return undefined;
  speaker ??= startSpeaker();
  Atomics.store(speaker.signal, 0, 0);
  speaker.port.postMessage({ request: asked, connectMs: CONNECT_MS, totalMs: TOTAL_MS });
  Atomics.wait(speaker.signal, 0, 0, TOTAL_MS + CONNECT_MS);
  const received = receiveMessageOnPort(speaker.port)?.message as Answer | undefined;
  if (!received?.reached) unreachable.add(host);
  return received?.body;
}

function startSpeaker(): Speaker {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(HTTP_WORKER, {
    eval: true,
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { port: port1, signal };
}
