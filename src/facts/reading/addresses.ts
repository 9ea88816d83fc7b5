import type { NetworkInterfaceInfo } from "node:os";
import type { Host } from "../host.ts";

/** An address of an interface and the length of its network prefix. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
  readonly prefix: number;
}

/**
 * The addresses of every interface. Node lists running interfaces only, so `ip` is asked too when the machine has
 * others (a bridge without members keeps its address).
 */
export function addressesByInterface(host: Host, names: readonly string[]): Map<string, Address[]> {
  const running = host.addresses();
  if (names.every((name) => running[name])) return fromNode(running);
  return fromIp(host) ?? fromNode(running);
}

function fromNode(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): Map<string, Address[]> {
  return new Map(
    Object.entries(interfaces).map(([name, infos]) => [
      name,
      (infos ?? []).map((info) => ({
        address: info.address,
        family: info.family === "IPv6" ? 6 : 4,
        prefix: Number(info.cidr?.split("/")[1] ?? (info.family === "IPv6" ? 128 : 32)),
      })),
    ]),
  );
}

interface IpLink {
  readonly ifname: string;
  readonly addr_info?: readonly { family?: string; local?: string; prefixlen?: number; label?: string }[];
}

function fromIp(host: Host): Map<string, Address[]> | undefined {
  const text = host.run("ip", ["-j", "address", "show"])?.out;
  if (!text) return undefined;
  const found = new Map<string, Address[]>();
  for (const link of JSON.parse(text) as readonly IpLink[]) {
    for (const { family, local, prefixlen, label } of link.addr_info ?? []) {
      if (local === undefined || prefixlen === undefined) continue;
      const name = label ?? link.ifname;
      const address: Address = { address: local, family: family === "inet6" ? 6 : 4, prefix: prefixlen };
      found.set(name, [...(found.get(name) ?? []), address]);
    }
  }
  return found;
}
