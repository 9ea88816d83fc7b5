import { spawnSync } from "node:child_process";
import { ownAuthorities } from "../machine/authorities.ts";
import { timeLeft } from "../machine/time-limit.ts";
import type { HttpRequest } from "./host.ts";
import { HTTP_SPEAKER, SPEAK_HTTP } from "./http-speaker.ts";

/** How long a connection may take to come about, in milliseconds; metadata services are one hop away. */
const CONNECT_MS = 600;
/** How long a whole answer may take, in milliseconds. */
const TOTAL_MS = 5000;
/** How long the process that speaks HTTP may take for all answers, in milliseconds. */
const DEADLINE_MS = 30_000;
const AT_ONCE = 4;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** `body` only of an answer with status 200; null when the server did not answer. */
type Answer = { readonly body?: string } | null | undefined;

const unreachable = new Set<string>();

/**
 * Ask a server and wait for its answers: the bodies in the order of the requests, undefined for those without one. A
 * server that did not answer once is not asked again. Node.js can only wait for another process, as a thread cannot speak
 * HTTP in an executable that starts from a snapshot.
 */
export function request(asked: readonly HttpRequest[]): readonly (string | undefined)[] {
  const [first] = asked;
  if (first === undefined) return [];
  const { host } = new URL(first.url);
  const answers = unreachable.has(host) ? [] : speak(asked);
  if (answers.length < asked.length || answers.includes(null)) unreachable.add(host);
  return asked.map((_, at) => answers[at]?.body);
}

function speak(requests: readonly HttpRequest[]): readonly Answer[] {
  const authorities = requests.some(({ url }) => url.startsWith("https:")) ? ownAuthorities() : [];
  const isExecutable = process.getBuiltinModule("node:sea")?.isSea() ?? false;
  const ended = spawnSync(process.execPath, isExecutable ? [SPEAK_HTTP] : ["-e", HTTP_SPEAKER], {
    input: JSON.stringify({
      requests,
      authorities,
      connectMs: CONNECT_MS,
      totalMs: TOTAL_MS,
      atOnce: AT_ONCE,
    }),
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
    stdio: ["pipe", "pipe", "ignore"],
    timeout: timeLeft(DEADLINE_MS),
  });
  return ended.status === 0 ? (JSON.parse(ended.stdout) as Answer[]) : [];
}
