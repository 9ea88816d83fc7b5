import { type Host, perHost } from "../host.ts";
import { addressOf } from "./ip-address.ts";

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
      const address = addressOf([...Buffer.from(digits, "hex")]);
      return [[`${name} ${address}`, flagNames(Number.parseInt(flags, 16))]];
    }),
  );
});

function flagNames(bits: number): string[] {
  return FLAGS.filter(([, bit]) => (bits & bit) !== 0).map(([name]) => name);
}
