import { createHash } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

const DNS_NAMESPACE = Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex");

/** The UUID (version 5) of a domain name. */
export const fqdn_uuid = defineLegacyFunction("fqdn_uuid", -1, (_call, args) => {
  if (args.length === 0) fail("ARGUMENT_ERROR", "fqdn_uuid: No arguments given");
  if (args.length > 1) fail("ARGUMENT_ERROR", `fqdn_uuid: Too many arguments given (${args.length})`);
  const bytes = createHash("sha1")
    .update(DNS_NAMESPACE)
    .update(implicitText(args[0]!))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
});
