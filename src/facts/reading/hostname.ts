import { type Host, perHost } from "../host.ts";

/** The name of this machine, its domain and the two together. */
export interface HostNames {
  readonly hostname: string;
  readonly domain: string | undefined;
  readonly fqdn: string | undefined;
}

/** As Facter finds them (linux/hostname.rb): the node name, then the resolver, then /etc/resolv.conf. */
export const hostNames = perHost((host: Host): HostNames => {
  const [hostname, ownDomain] = parted(host.hostname);
  const canonical = ownDomain === undefined ? canonicalName(host, hostname) : undefined;
  const resolved = canonical?.startsWith(`${hostname}.`) ? parted(canonical)[1] : undefined;
  const domain = ownDomain ?? resolved ?? resolverDomain(host);
  const joined = domain === undefined ? hostname : `${hostname}.${domain}`;
  return { hostname, domain, fqdn: canonical ?? (hostname === "" ? undefined : joined) };
});

function parted(name: string): [string, string | undefined] {
  const at = name.indexOf(".");
  return at < 0 || at === name.length - 1 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}

/** What getaddrinfo(3) calls the canonical name: from /etc/hosts, or from the other sources by way of getent. */
function canonicalName(host: Host, hostname: string): string | undefined {
  const name = nameInHosts(host, hostname) ?? nameFromResolver(host, hostname);
  return name === hostname ? undefined : name;
}

function nameInHosts(host: Host, hostname: string): string | undefined {
  const wanted = hostname.toLowerCase();
  for (const line of (host.read("/etc/hosts") ?? "").split("\n")) {
    const [, ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (names.some((name) => name.toLowerCase() === wanted)) return names[0];
  }
  return undefined;
}

function nameFromResolver(host: Host, hostname: string): string | undefined {
  const [first = ""] = (host.run("getent", ["ahosts", hostname])?.out ?? "").split("\n");
  return first.trim().split(/\s+/)[2];
}

function resolverDomain(host: Host): string | undefined {
  const config = host.read("/etc/resolv.conf") ?? "";
  return (/^domain\s+(\S+)/m.exec(config) ?? /^search\s+(\S+)/m.exec(config))?.[1];
}
