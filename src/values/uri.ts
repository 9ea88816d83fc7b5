import { fail } from "../diagnostics/failure.ts";
import { RichValue } from "./rich-value.ts";

/** The parts of a URI (RFC 3986) under Puppet's names; absent parts are undefined. */
export interface UriParts {
  readonly scheme?: string | undefined;
  readonly userinfo?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: bigint | undefined;
  readonly path?: string | undefined;
  readonly query?: string | undefined;
  readonly fragment?: string | undefined;
  readonly opaque?: string | undefined;
}

const DEFAULT_PORTS: Readonly<Record<string, bigint>> = {
  ftp: 21n,
  http: 80n,
  https: 443n,
  ldap: 389n,
  ldaps: 636n,
  ws: 80n,
  wss: 443n,
};

/** A URI, absolute or relative. */
export class Uri extends RichValue {
  readonly typeName = "URI";
  readonly parts: UriParts;

  constructor(parts: UriParts) {
    super();
    const { scheme } = parts;
    const port = parts.port ?? (scheme === undefined ? undefined : DEFAULT_PORTS[scheme.toLowerCase()]);
    this.parts = { ...parts, port };
  }

  static parse(text: string): Uri {
    if (!/^[\x21-\x7e]*$/.test(text) || /[<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/.test(text)) {
      fail("URI_ERROR", badUri(text));
    }
    const match = /^(?:([A-Za-z][\w+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text);
    if (!match || /[[\]]/.test(`${match[3]}${match[4] ?? ""}${match[5] ?? ""}`))
      fail("URI_ERROR", badUri(text));
    const [, scheme, authority, path = "", query, fragment] = match;
    const named = scheme?.toLowerCase();
    if (named !== undefined && authority === undefined && path !== "" && !path.startsWith("/")) {
      const opaque = query === undefined ? path : `${path}?${query}`;
      return new Uri({ scheme: named, opaque, fragment });
    }
    return new Uri({ scheme: named, ...authorityParts(authority, text), path, query, fragment });
  }

  hashKey(): string {
    return `URI:${this.toString()}`;
  }

  toString(): string {
    const { scheme, userinfo, host, port, path, query, fragment, opaque } = this.parts;
    let text = scheme === undefined ? "" : `${scheme}:`;
    if (opaque !== undefined) text += opaque;
    else {
      if (host !== undefined) text += "//";
      if (userinfo !== undefined) text += `${userinfo}@`;
      if (host !== undefined) text += host;
      if (port !== undefined && port !== DEFAULT_PORTS[scheme ?? ""]) text += `:${port}`;
      text += path ?? "";
      if (query !== undefined) text += `?${query}`;
    }
    return fragment === undefined ? text : `${text}#${fragment}`;
  }
}

function badUri(text: string): string {
  return /^[\x00-\x7f]*$/.test(text)
    ? `bad URI(is not URI?): ${JSON.stringify(text)}`
    : `URI must be ascii only ${rubyAscii(text)}`;
}

/** A text as Ruby inspects it in an ASCII context. */
function rubyAscii(text: string): string {
  return JSON.stringify(text).replace(/[^\x00-\x7f]/gu, (c) => {
    const hex = c.codePointAt(0)!.toString(16).toUpperCase();
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}

function authorityParts(authority: string | undefined, text: string): UriParts {
  if (authority === undefined) return {};
  const match = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:@[\]]*)(?::(\d*))?$/.exec(authority);
  if (!match) fail("URI_ERROR", badUri(text));
  const [, userinfo, host, port] = match;
  return { userinfo, host, port: port ? BigInt(port) : undefined };
}
