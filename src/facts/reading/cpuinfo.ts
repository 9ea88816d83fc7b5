import { type Host, perHost } from "../host.ts";

/** The processors as the kernel counts them. */
export interface Processors {
  readonly count: bigint;
  readonly models: readonly string[];
  readonly physicalCount: bigint;
  readonly hertz: bigint;
}

const CPUS = "/sys/devices/system/cpu";

export const processors = perHost((host: Host): Processors | undefined => {
  const info = host.read("/proc/cpuinfo");
  if (!info) return undefined;
  const lines = info.split("\n").map((line) => line.split(":").map((part) => part.trim()));
  const valuesOf = (...keys: string[]) =>
    lines.filter(([key]) => key !== undefined && keys.includes(key)).map((line) => line.at(-1) ?? "");
  const packages = new Set(valuesOf("physical id"));
  const megahertz = valuesOf("cpu MHz", "clock").at(-1) ?? "";
  return {
    count: BigInt(valuesOf("processor").length),
    models: valuesOf("model name", "cpu"),
    physicalCount: BigInt(packages.size || packagesInSys(host)),
    hertz: BigInt(/^\d+/.exec(megahertz)?.[0] ?? 0) * 1_000_000n,
  };
});

/** The names of the processors' folders: cpu0, cpu1, ... */
export function cpuNames(host: Host): string[] {
  return host.list(CPUS).filter((name) => /^cpu\d+$/.test(name));
}

function packagesInSys(host: Host): number {
  const ids = cpuNames(host).map((cpu) => host.read(`${CPUS}/${cpu}/topology/physical_package_id`)?.trim());
  return new Set(ids.filter((id) => id !== undefined)).size;
}

/** Threads per core and cores per socket, from the topology of the first processor that has one. */
export const topology = perHost((host: Host): { threads: bigint; cores: bigint } | undefined => {
  for (const cpu of cpuNames(host)) {
    const of = (name: string) => host.read(`${CPUS}/${cpu}/topology/${name}`);
    const siblings = of("thread_siblings_list");
    const together = of("package_cpus_list") ?? of("core_siblings_list");
    if (siblings === undefined || together === undefined) continue;
    const threads = members(siblings);
    return { threads: BigInt(threads), cores: BigInt(Math.floor(members(together) / threads)) };
  }
  return undefined;
});

/** How many processors a list such as `0-3,8` names. */
function members(list: string): number {
  return list
    .trim()
    .split(",")
    .map((range) => range.split("-").map(Number))
    .reduce((sum, [first = 0, last = first]) => sum + last - first + 1, 0);
}
