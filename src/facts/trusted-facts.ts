import { Hash } from "../values/hash.ts";

/** `$trusted` of a machine that compiles for itself, as `puppet apply` makes it. */
export function trustedFacts(certname: string): Hash {
  const [hostname = certname, ...domain] = certname.split(".");
  return Hash.of({
    authenticated: "local",
    certname,
    extensions: Hash.empty,
    hostname,
    domain: domain.length === 0 ? null : domain.join("."),
    external: Hash.empty,
  });
}
