/** The argument with which the standalone executable, called by itself, is the process that speaks HTTP. */
export const SPEAK_HTTP = "--speak-http";

/**
 * What a process that speaks HTTP runs: it reads requests and their limits as JSON, and writes the answers as JSON. It is
 * text because a process started from text needs no file beside the program. Answers come in order; one that is null
 * means that the server was not reached, and nothing more is asked.
 */
export const HTTP_SPEAKER = `
const { requests, authorities, connectMs, totalMs, atOnce } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
if (requests.some(({ url }) => url.startsWith("https:"))) {
  const tls = require("node:tls");
  const known = tls.setDefaultCACertificates && ["bundled", "system"].flatMap((from) => tls.getCACertificates(from));
  tls.setDefaultCACertificates?.([...known, ...authorities]);
}
const answers = [];
let next = 0;
let reached = true;

function ask({ method, url, headers }) {
  return new Promise((resolve) => {
    const protocol = require(url.startsWith("https:") ? "node:https" : "node:http");
    const call = protocol.request(url, { method, headers });
    const settle = (answer) => {
      clearTimeout(connecting);
      clearTimeout(deadline);
      call.destroy();
      resolve(answer);
    };
    const connecting = setTimeout(() => settle(null), connectMs);
    const deadline = setTimeout(() => settle(null), totalMs);
    call.on("socket", (socket) => socket.once("connect", () => clearTimeout(connecting)));
    call.on("error", () => settle(null));
    call.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", () => settle({}));
      response.on("end", () => settle(response.statusCode === 200 ? { body: Buffer.concat(parts).toString() } : {}));
    });
    call.end();
  });
}

async function askInTurn() {
  while (reached && next < requests.length) {
    const at = next++;
    const answer = await ask(requests[at]);
    answers[at] = answer;
    reached &&= answer !== null;
  }
}

Promise.all(Array.from({ length: atOnce }, askInTurn)).then(() => process.stdout.write(JSON.stringify(answers)));
`;
