import { defaultFolders, environmentFacts, externalFacts } from "./external/external-facts.ts";
import type { Host } from "./host.ts";
import { hostNames } from "./reading/hostname.ts";

/**
 * The name of a node that no setting names: the fact `hostname`, which the environment and external facts may replace,
 * and the machine's own domain (Puppet::Settings.default_certname). Lower case.
 */
export function nodeName(host: Host): string {
  const replaced =
    environmentFacts(host).get("hostname") ?? externalFacts(host, defaultFolders(host)).get("hostname");
  return joinedName(String(replaced ?? hostNames(host).hostname), nodeDomain(host));
}

/** The domain that the resolver knows. */
export function nodeDomain(host: Host): string | undefined {
  return hostNames(host).domain;
}

/** A host name and a domain as the name of a node. */
export function joinedName(hostname: string, domain: string | undefined): string {
  const name = domain === undefined || domain === "" ? hostname : `${hostname}.${domain}`;
  return name.toLowerCase().replace(/\.$/, "");
}
