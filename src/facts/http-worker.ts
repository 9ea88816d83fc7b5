/**
 * What the thread that speaks HTTP runs. It is text because a thread started from text needs no file beside the
 * program, which a single executable would not have.
 */
export const HTTP_WORKER = `
const { workerData } = require("node:worker_threads");
const http = require("node:http");
const { port, signal } = workerData;
port.on("message", ({ request, connectMs, totalMs }) => {
  let done = false;
  const answer = (body, reached = true) => {
    if (done) return;
    done = true;
    clearTimeout(connecting);
    clearTimeout(deadline);
    port.postMessage({ body, reached });
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
    call.destroy();
  };
  const call = http.request(request.url, { method: request.method, headers: request.headers });
  const connecting = setTimeout(() => answer(undefined, false), connectMs);
  const deadline = setTimeout(() => answer(undefined, false), totalMs);
  call.on("socket", (socket) => socket.once("connect", () => clearTimeout(connecting)));
  call.on("error", () => answer(undefined, false));
  call.on("response", (response) => {
    const parts = [];
    response.on("data", (part) => parts.push(part));
    response.on("error", () => answer(undefined));
    response.on("end", () => answer(response.statusCode === 200 ? Buffer.concat(parts).toString() : undefined));
  });
  call.end();
});
`;
