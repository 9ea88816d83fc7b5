import { type Collectors, type FactFamily, structuredIfAny } from "../family.ts";
import { type Host, perHost } from "../host.ts";
import { humanBytes, mebibytes } from "../units.ts";

/** Bytes of memory or swap. */
interface Amount {
  readonly total: bigint;
  readonly available: bigint;
}

interface Memory {
  readonly system: Amount | undefined;
  readonly swap: Amount | undefined;
}

const memory = perHost((host: Host): Memory => {
  const info = host.read("/proc/meminfo") ?? "";
  const total = bytes(info, "MemTotal");
  const swap = bytes(info, "SwapTotal");
  return {
    system:
      total === undefined
        ? undefined
        : { total, available: bytes(info, "MemAvailable") ?? reclaimable(info) },
    swap: swap ? { total: swap, available: bytes(info, "SwapFree") ?? 0n } : undefined,
  };
});

function bytes(info: string, name: string): bigint | undefined {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+)\\s`, "m").exec(info)?.[1];
  return kilobytes === undefined ? undefined : BigInt(kilobytes) * 1024n;
}

/** Kernels before 3.14 do not say what is available. */
function reclaimable(info: string): bigint {
  return ["MemFree", "Buffers", "Cached"].reduce((sum, name) => sum + (bytes(info, name) ?? 0n), 0n);
}

function amountFact(amount: Amount | undefined) {
  if (!amount) return undefined;
  const used = amount.total - amount.available;
  return {
    available: humanBytes(amount.available),
    available_bytes: amount.available,
    capacity: `${((Number(used) / Number(amount.total)) * 100).toFixed(2)}%`,
    total: humanBytes(amount.total),
    total_bytes: amount.total,
    used: humanBytes(used),
    used_bytes: used,
  };
}

const members: Collectors = {
  swap: (host) => amountFact(memory(host).swap),
  system: (host) => amountFact(memory(host).system),
};

type Part = (host: Host) => bigint | undefined;
const human = (part: Part) => (host: Host) => applied(humanBytes, part(host));
const megabytes = (part: Part) => (host: Host) => applied(mebibytes, part(host));

function applied<T>(convert: (bytes: bigint) => T, amount: bigint | undefined): T | undefined {
  return amount === undefined ? undefined : convert(amount);
}

const systemTotal: Part = (host) => memory(host).system?.total;
const systemFree: Part = (host) => memory(host).system?.available;
const swapTotal: Part = (host) => memory(host).swap?.total;
const swapFree: Part = (host) => memory(host).swap?.available;

/** Memory and swap, from /proc/meminfo. */
export const memoryFacts: FactFamily = {
  facts: { memory: (host) => structuredIfAny(host, "memory", members) },
  legacy: {
    memoryfree: human(systemFree),
    memoryfree_mb: megabytes(systemFree),
    memorysize: human(systemTotal),
    memorysize_mb: megabytes(systemTotal),
    swapfree: human(swapFree),
    swapfree_mb: megabytes(swapFree),
    swapsize: human(swapTotal),
    swapsize_mb: megabytes(swapTotal),
  },
};
