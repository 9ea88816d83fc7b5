import { type Host, outputOf, perHost } from "../host.ts";

const TYPES = [
  "anycast",
  "unicast",
  "broadcast",
  "local",
  "nat",
  "unreachable",
  "prohibit",
  "blackhole",
  "throw",
];

/** The source addresses that routes through an interface name; they may belong to another interface. */
export function routeSources(host: Host, family: 4 | 6): ReadonlyMap<string, readonly string[]> {
  return family === 4 ? sources4(host) : sources6(host);
}

const sources4 = perHost((host: Host) => sources(outputOf(host, "ip", "route", "show")));
const sources6 = perHost((host: Host) => sources(outputOf(host, "ip", "-6", "route", "show")));

function sources(table: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of table.split("\n")) {
    const words = line.trim().split(/\s+/);
    if (TYPES.includes(words[0] ?? "")) words.shift();
    const device = after(words, "dev");
    const source = after(words, "src");
    if (words.includes("linkdown") || device === undefined || source === undefined) continue;
    found.set(device, [...(found.get(device) ?? []), source]);
  }
  return found;
}

function after(words: readonly string[], word: string): string | undefined {
  const at = words.indexOf(word);
  return at < 0 ? undefined : words[at + 1];
}
