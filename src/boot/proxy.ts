import http from "node:http";
import { fail } from "../diagnostics/failure.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL, by the variables that curl reads too (`https_proxy`, `http_proxy`, `no_proxy`, or in capitals);
 * undefined when the server is asked itself.
 */
export function proxyFor(url: URL, variables: Variables = process.env): URL | undefined {
  const of = (name: string): string | undefined => variables[name] || variables[name.toUpperCase()];
  const variable = `${url.protocol.slice(0, -1)}_proxy`;
  const proxy = of(variable);
  if (proxy === undefined || isExcepted(url, of("no_proxy") ?? "")) return undefined;
  const address = /^\w+:\/\//.test(proxy) ? proxy : `http://${proxy}`;
  if (!URL.canParse(address)) fail("BUNDLE_PROXY", `The proxy in ${variable} is no URL`);
  return new URL(address);
}

/** Do something that fetches a URL, by its proxy if it has one. */
export async function throughProxy<T>(url: URL, fetches: () => Promise<T>): Promise<T> {
  const proxy = proxyFor(url)?.href;
  if (proxy === undefined) return fetches();
  if (!http.setGlobalProxyFromEnv) fail("BUNDLE_PROXY", "Proxies need Node.js 24.14 or the executable");
  const restore = http.setGlobalProxyFromEnv({ http_proxy: proxy, https_proxy: proxy });
  try {
    return await fetches();
  } finally {
    restore();
  }
}

/** Entries are hosts, with all that is below them, `*`, and may end with a port. This machine is always meant. */
function isExcepted({ hostname, port, protocol }: URL, exceptions: string): boolean {
  if (/^(localhost|127\..*|\[::1\])$/.test(hostname)) return true;
  const ownPort = port || (protocol === "https:" ? "443" : "80");
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const [, host = "", only] = /^\*?\.?(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
      if (only !== undefined && only !== ownPort) return false;
      return entry === "*" || (host !== "" && (hostname === host || hostname.endsWith(`.${host}`)));
    });
}
