import { createPrivateKey, X509Certificate } from "node:crypto";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Fails unless a certificate is signed with an RSA key. */
export const validate_x509_rsa_key_pair = defineLegacyFunction(
  "validate_x509_rsa_key_pair",
  -1,
  (_call, args) => {
    const [certificate, key] = args;
    if (args.length !== 2) {
      parseError(`validate_x509_rsa_key_pair(): wrong number of arguments (${args.length}; must be 2)`);
    }
    if (typeof certificate !== "string") return parseError(`${rubyInspect(certificate!)} is not a string.`);
    if (typeof key !== "string") return parseError(`${rubyInspect(key!)} is not a string.`);
    const cert = read("Not a valid x509 certificate", () => new X509Certificate(certificate));
    const pair = read("Not a valid RSA key", () => createPrivateKey(key));
    if (!cert.checkPrivateKey(pair)) parseError("Certificate signature does not match supplied key");
    return null;
  },
);

function read<T>(complaint: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    return parseError(`${complaint}: ${(error as Error).message}`);
  }
}
