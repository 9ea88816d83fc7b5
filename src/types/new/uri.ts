import { fail } from "../../diagnostics/failure.ts";
import type { Hash } from "../../values/hash.ts";
import { Uri, type UriParts } from "../../values/uri.ts";
import type { Constructor } from "./constructor.ts";

/** `URI.new`: from a text or from its parts. */
export const newUri: Constructor = {
  name: "new_error",
  dispatches: [
    { params: [["String[1]", "uri"]], body: (_context, text) => Uri.parse(String(text)) },
    {
      params: [
        [
          `Struct[{Optional[scheme] => String[1], Optional[userinfo] => String[1], Optional[host] => String[1],
            Optional[port] => Integer[0], Optional[path] => String[1], Optional[query] => String[1],
            Optional[fragment] => String[1], Optional[opaque] => String[1]}]`,
          "hash",
        ],
      ],
      body: (_context, parts) => uriOf(Object.fromEntries(parts as Hash) as UriParts),
    },
  ],
};

function uriOf(parts: UriParts): Uri {
  const { host } = parts;
  if (host !== undefined && /[\s/?#@]/.test(host)) {
    fail("URI_ERROR", `bad component(expected host component): ${host}`);
  }
  return new Uri(parts);
}
