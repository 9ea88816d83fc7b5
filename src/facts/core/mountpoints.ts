import type { FactFamily } from "../family.ts";
import type { Host } from "../host.ts";
import type { Plain } from "../plain.ts";
import { type Mount, mounts } from "../reading/mounts.ts";
import { capacity, humanBytes } from "../units.ts";

function mountFact(host: Host, mount: Mount): Plain {
  const { size, available, used } = sizes(host, mount.path);
  return {
    device: mount.device,
    filesystem: mount.filesystem,
    options: mount.options,
    size_bytes: size,
    available_bytes: available,
    used_bytes: used,
    capacity: capacity(used, used + available),
    size: humanBytes(size),
    available: humanBytes(available),
    used: humanBytes(used),
  };
}

/** Zero for what cannot be asked, such as a dead network mount. */
function sizes(host: Host, path: string): { size: bigint; available: bigint; used: bigint } {
  const stat = host.sizeOf(path);
  if (!stat) return { size: 0n, available: 0n, used: 0n };
  return {
    size: stat.blocks * stat.bsize,
    available: stat.bavail * stat.bsize,
    used: (stat.blocks - stat.bfree) * stat.bsize,
  };
}

/** What is mounted where, and how full it is. */
export const mountpointFacts: FactFamily = {
  facts: {
    mountpoints: (host) =>
      Object.fromEntries(mounts(host).map((mount) => [mount.path, mountFact(host, mount)])) as Plain,
  },
};
