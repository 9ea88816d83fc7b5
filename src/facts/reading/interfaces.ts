import { ipText, netmask } from "../../values/ip-address.ts";
import { type Host, perHost } from "../host.ts";
import { type Address, addressesByInterface } from "./addresses.ts";
import { dhcpServer } from "./dhcp.ts";
import { isIgnored, networkOf, scope6 } from "./ip-address.ts";
import { routeSources } from "./routes.ts";

/** One address of an interface as facts show it; only the address is known when a route alone told of it. */
export interface Binding {
  readonly address: string;
  readonly netmask?: string;
  readonly network?: string;
  readonly scope6?: string;
  readonly flags?: readonly string[];
}

/** An interface as `networking.interfaces` shows it; the main addresses are those that stand for the machine. */
export interface Interface {
  readonly bindings?: readonly Binding[] | undefined;
  readonly bindings6?: readonly Binding[] | undefined;
  readonly dhcp?: string | undefined;
  readonly ip?: string | undefined;
  readonly ip6?: string | undefined;
  readonly mac?: string | undefined;
  readonly mtu?: bigint | undefined;
  readonly netmask?: string | undefined;
  readonly netmask6?: string | undefined;
  readonly network?: string | undefined;
  readonly network6?: string | undefined;
  readonly scope6?: string | undefined;
}

const NET = "/sys/class/net";

/** The names of the network interfaces, in the kernel's order. */
export const interfaceNames = perHost((host: Host): readonly string[] => {
  const devices = host.list(NET).filter((name) => host.exists(`${NET}/${name}/ifindex`));
  const indexOf = new Map(devices.map((name) => [name, Number(host.read(`${NET}/${name}/ifindex`))]));
  devices.sort((a, b) => indexOf.get(a)! - indexOf.get(b)!);
  const labels = Object.keys(host.addresses()).filter((name) => !indexOf.has(name));
  return [...devices, ...labels];
});

/** Every interface with its addresses. */
export const interfaces = perHost((host: Host): ReadonlyMap<string, Interface> => {
  const names = interfaceNames(host);
  const addresses = addressesByInterface(host, names);
  const all = [...new Set([...names, ...addresses.keys()])];
  return new Map(all.map((name) => [name, describe(host, name, addresses.get(name) ?? [])]));
});

function describe(host: Host, name: string, addresses: readonly Address[]): Interface {
  const bindings = withRoutes(host, name, 4, addresses.filter(({ family }) => family === 4).map(binding));
  const bindings6 = withRoutes(host, name, 6, addresses.filter(({ family }) => family === 6).map(binding));
  const main = mainBinding(bindings);
  const main6 = mainBinding(bindings6);
  const mtu = host.read(`${NET}/${name}/mtu`)?.trim();
  return {
    bindings: bindings.length === 0 ? undefined : bindings,
    bindings6: bindings6.length === 0 ? undefined : bindings6.map((one) => withFlags(host, name, one)),
    dhcp: dhcpServer(host, name),
    ip: main?.address,
    ip6: main6?.address,
    mac: mac(host, name),
    mtu: mtu === undefined ? undefined : BigInt(mtu),
    netmask: main?.netmask,
    netmask6: main6?.netmask,
    network: main?.network,
    network6: main6?.network,
    scope6: main6 && scope6(main6.address),
  };
}

function binding({ address, family, prefix }: Address): Binding {
  const network = { address, netmask: netmask(prefix, family), network: networkOf(address, prefix) };
  return family === 6 ? { ...network, scope6: scope6(address) } : network;
}

function withRoutes(
  host: Host,
  name: string,
  family: 4 | 6,
  bindings: readonly Binding[],
): readonly Binding[] {
  const sources = routeSources(host, family).get(name) ?? [];
  const missing = [...new Set(sources)].filter(
    (source) => !bindings.some(({ address }) => address === source),
  );
  return [...bindings, ...missing.map((address) => ({ address }))];
}

function withFlags(host: Host, name: string, one: Binding): Binding {
  const flags = inet6Flags(host).get(`${name} ${one.address}`);
  return flags === undefined ? one : { ...one, flags };
}

function mainBinding(bindings: readonly Binding[]): Binding | undefined {
  return bindings.find(({ address }) => !isIgnored(address)) ?? bindings[0];
}

/** The hardware address; for a member of a bond the one it had before it joined. */
function mac(host: Host, name: string): string | undefined {
  const address = permanentAddress(host, name) ?? host.read(`${NET}/${name}/address`)?.trim();
  if (!address || /^(00:)+00$/.test(address)) return undefined;
  return /^([0-9a-f]{2}[:-]){5,19}[0-9a-f]{2}$/i.test(address) ? address : undefined;
}

function permanentAddress(host: Host, name: string): string | undefined {
  const bond = host.read(`${NET}/${name}/master/uevent`)?.match(/^INTERFACE=(.*)$/m)?.[1];
  if (bond === undefined) return undefined;
  const sections = (host.read(`/proc/net/bonding/${bond}`) ?? "").split("Slave Interface: ").slice(1);
  const own = sections.find((section) => section.split("\n")[0]?.trim() === name);
  return own === undefined ? undefined : /Permanent HW addr: (\S*)/.exec(own)?.[1];
}

/** The interface of the default route, or else the first with an address that stands for the machine. */
export const primaryInterface = perHost((host: Host): string | undefined => {
  const [, ...routes] = (host.read("/proc/net/route") ?? "")
    .split("\n")
    .map((line) => line.trim().split("\t"));
  const byDefault = routes.find(
    (route) => route.length > 7 && route[1] === "00000000" && route[7] === "00000000",
  );
  if (byDefault && byDefault[0] !== "*") return byDefault[0];
  for (const [name, { bindings = [], bindings6 = [] }] of interfaces(host)) {
    if ([...bindings, ...bindings6].some(({ address }) => !isIgnored(address))) return name;
  }
  return undefined;
});

const FLAGS: readonly (readonly [string, number])[] = [
  ["temporary", 0x01],
  ["noad", 0x02],
  ["optimistic", 0x04],
  ["dadfailed", 0x08],
  ["homeaddress", 0x10],
  ["deprecated", 0x20],
  ["tentative", 0x40],
  ["permanent", 0x80],
];

/** The flags of IPv6 addresses, by interface and address with a blank between. */
export const inet6Flags = perHost((host: Host): ReadonlyMap<string, readonly string[]> => {
  const lines = (host.read("/proc/net/if_inet6") ?? "").split("\n").map((line) => line.trim().split(/\s+/));
  return new Map(
    lines.flatMap(([digits, , , , flags, name]): [string, string[]][] => {
      if (digits === undefined || flags === undefined || name === undefined) return [];
      const address = ipText([...Buffer.from(digits, "hex")]);
      return [[`${name} ${address}`, flagNames(Number.parseInt(flags, 16))]];
    }),
  );
});

function flagNames(bits: number): string[] {
  return FLAGS.filter(([, bit]) => (bits & bit) !== 0).map(([name]) => name);
}
