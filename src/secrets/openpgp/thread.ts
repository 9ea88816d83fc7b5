import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { SecretFailure } from "../secret-failure.ts";
import type { Reply, Request } from "./protocol.ts";
import { threadProgram } from "./thread-program.ts";

/** How long the thread may take to come up, and longer than any single operation takes, in milliseconds. */
const START_PATIENCE = 30_000;
const PATIENCE = 300_000;

interface Thread {
  readonly port: MessagePort;
  readonly signal: Int32Array;
  /** The rings whose keys it has. */
  readonly rings: Set<string>;
}

let thread: Thread | "dead" | undefined;

/** Have the OpenPGP thread do something, and wait for it; it is started when first needed. */
export function ask(request: Request): Reply {
  thread ??= start();
  if (thread === "dead") throw silent();
  const { port, signal, rings } = thread;
  Atomics.store(signal, 0, 0);
  port.postMessage(short(request, rings));
  Atomics.wait(signal, 0, 0, PATIENCE);
  const received = receiveMessageOnPort(port) as { readonly message: Reply } | undefined;
  if (!received) {
    thread = "dead";
    throw silent();
  }
  return received.message;
}

/** A keyring may be large: its keys are sent with the first request that needs them. */
function short(request: Request, rings: Set<string>): Request {
  if (request.do === "generate") return request;
  const { ring } = request;
  if (rings.has(ring.name)) return { ...request, ring: { ...ring, keys: [] } };
  rings.add(ring.name);
  return request;
}

function start(): Thread | "dead" {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { program, text } = threadProgram();
  const worker = new Worker(program, {
    eval: text,
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  // Its errors would end the program; that it does not answer is found out by waiting.
  worker.on("error", () => undefined);
  worker.unref();
  port1.unref();
  if (Atomics.wait(signal, 0, 0, START_PATIENCE) === "timed-out") return "dead";
  return { port: port1, signal, rings: new Set() };
}

function silent(): SecretFailure {
  return new SecretFailure("The part of the program that reads OpenPGP does not answer");
}
