import { childrenOf, dottedId, readElement } from "./der.ts";

const SHORT: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
};

/** How a message names a certificate: `serial 1 of /CN=production`. Those of `eyaml createkeys` are all `serial 1 of /`. */
export function certificateName({
  issuer,
  serial,
}: {
  readonly issuer: Buffer;
  readonly serial: Buffer;
}): string {
  const number = serial.toString("hex").replace(/^0+(?=.)/, "");
  if (issuer.length === 0) return `key ${number}`;
  const parts = childrenOf(readElement(issuer))
    .flatMap(childrenOf)
    .map((part) => {
      const [type, value] = childrenOf(part);
      const id = type ? dottedId(type) : "";
      return `/${SHORT[id] ?? id}=${value?.content.toString("utf8") ?? ""}`;
    });
  return `serial ${number} of ${parts.join("") || "/"}`;
}
