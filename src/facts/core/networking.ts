import { type Collect, type Collectors, type FactFamily, structured } from "../family.ts";
import type { Host } from "../host.ts";
import type { Plain } from "../plain.ts";
import { hostNames } from "../reading/hostname.ts";
import { type Interface, interfaceNames, interfaces, primaryInterface } from "../reading/interfaces.ts";

type Property =
  | "dhcp"
  | "ip"
  | "ip6"
  | "mac"
  | "mtu"
  | "netmask"
  | "netmask6"
  | "network"
  | "network6"
  | "scope6";

/** A property of the interface that stands for the machine. */
function ofPrimary(property: Property): Collect {
  return (host) => {
    const name = primaryInterface(host);
    return name === undefined ? undefined : interfaces(host).get(name)?.[property];
  };
}

const domain: Collect = (host) => hostNames(host).domain;
const fqdn: Collect = (host) => hostNames(host).fqdn;
const hostname: Collect = (host) => hostNames(host).hostname;

const members: Collectors = {
  dhcp: ofPrimary("dhcp"),
  domain,
  fqdn,
  hostname,
  interfaces: (host) =>
    Object.fromEntries([...interfaces(host)].map(([name, one]) => [name, { ...one } as Plain])),
  ip: ofPrimary("ip"),
  ip6: ofPrimary("ip6"),
  mac: ofPrimary("mac"),
  mtu: ofPrimary("mtu"),
  netmask: ofPrimary("netmask"),
  netmask6: ofPrimary("netmask6"),
  network: ofPrimary("network"),
  network6: ofPrimary("network6"),
  primary: primaryInterface,
  scope6: ofPrimary("scope6"),
};

const PER_INTERFACE: readonly (readonly [string, keyof Interface & Property])[] = [
  ["ipaddress", "ip"],
  ["ipaddress6", "ip6"],
  ["macaddress", "mac"],
  ["mtu", "mtu"],
  ["netmask", "netmask"],
  ["netmask6", "netmask6"],
  ["network", "network"],
  ["network6", "network6"],
  ["scope6", "scope6"],
];

function legacyOf(host: Host): Collectors {
  const facts: Record<string, Collect> = {};
  for (const name of interfaceNames(host)) {
    for (const [prefix, property] of PER_INTERFACE) {
      facts[`${prefix}_${name}`] = (asked) => interfaces(asked).get(name)?.[property];
    }
  }
  return facts;
}

function dhcpServers(host: Host): Plain {
  const all = [...interfaces(host)].flatMap(([name, { dhcp }]) => (dhcp === undefined ? [] : [[name, dhcp]]));
  return { system: (ofPrimary("dhcp")(host) as string | undefined) ?? null, ...Object.fromEntries(all) };
}

/** Names, interfaces and addresses. */
export const networkingFacts: FactFamily = {
  facts: { networking: (host) => structured(host, "networking", members) },
  legacy: {
    dhcp_servers: dhcpServers,
    domain,
    fqdn,
    hostname,
    interfaces: (host) => [...interfaces(host).keys()].sort().join(",") || undefined,
    ipaddress: ofPrimary("ip"),
    ipaddress6: ofPrimary("ip6"),
    macaddress: ofPrimary("mac"),
    netmask: ofPrimary("netmask"),
    netmask6: ofPrimary("netmask6"),
    network: ofPrimary("network"),
    network6: ofPrimary("network6"),
    scope6: ofPrimary("scope6"),
  },
  legacyOf,
};
