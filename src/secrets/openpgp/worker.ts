/** The thread that OpenPGP runs on: the library only answers later, the evaluator has to wait. */
import { type MessagePort, workerData } from "node:worker_threads";
import { perform } from "./operations.ts";
import type { Request } from "./protocol.ts";

const { port, signal } = workerData as { readonly port: MessagePort; readonly signal: Int32Array };

answered();
port.on("message", async (request: Request) => {
  port.postMessage(await perform(request));
  answered();
});

/** Wakes who waits: the first time because this thread has come up. */
function answered(): void {
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}
