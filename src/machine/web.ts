import http from "node:http";
import { certificateWords, trustAuthorities } from "./authorities.ts";
import { userHeaders, withoutUser } from "./url-user.ts";

/** What a web server answered; names of headers are in lower case. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type WebMethod = "HEAD" | "GET" | "POST";

/** What a web server is sent. */
export interface WebContent {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const HEADERS = { "accept-encoding": "identity", "user-agent": "nostrings" };
/** Milliseconds a server may take for a whole answer. */
const PATIENCE = 600_000;

/**
 * Ask a web server, through the proxy that the environment names, trusting whom the system trusts. Redirections are
 * followed. Fails in words when there is no answer.
 */
export async function askWeb(
  address: string,
  method: WebMethod,
  content?: WebContent | undefined,
): Promise<WebAnswer> {
  const named = new URL(address);
  const url = withoutUser(named);
  const sent = content === undefined ? {} : { "content-type": content.type };
  const headers = { ...HEADERS, ...userHeaders(named), ...sent };
  trustAuthorities();
  const restore = http.setGlobalProxyFromEnv?.();
  try {
    const answer = await fetch(url, {
      method,
      headers,
      signal: AbortSignal.timeout(PATIENCE),
      ...(content && { body: content.body }),
    });
    const body = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
  } catch (error) {
    throw new Error(`Request to ${url.href} failed: ${wordsOf(error)}`, { cause: error });
  } finally {
    restore?.();
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Connection refused",
  ECONNRESET: "Connection reset by peer",
  EHOSTUNREACH: "No route to host",
  ENETUNREACH: "Network is unreachable",
  ENOTFOUND: "Name or service not known",
  ETIMEDOUT: "Connection timed out",
};

function wordsOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  return WORDS[cause?.code ?? ""] ?? certificateWords(cause?.message || message);
}
