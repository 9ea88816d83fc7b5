import { fail } from "../../diagnostics/failure.ts";
import type { Hash } from "../../values/hash.ts";

const TRUSTED_INFORMATION = ["hostname", "domain", "fqdn", "clientcert"] as const;

/** Fail when a facts file replaces some but not all of the facts that say which machine it is. */
export function checkTrustedFacts(facts: Hash, file: string): void {
  const given = TRUSTED_INFORMATION.filter((name) => facts.has(name));
  if (given.length === 0 || given.length === TRUSTED_INFORMATION.length) return;
  const names = TRUSTED_INFORMATION.join(",");
  fail(
    "USAGE",
    `When overriding any of the ${names} facts with ${file} given via the --facts flag, they must all be overridden.`,
  );
}
