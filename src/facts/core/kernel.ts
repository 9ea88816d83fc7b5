import type { FactFamily } from "../family.ts";

/** The kernel's name and versions. */
export const kernelFacts: FactFamily = {
  facts: {
    kernel: (host) => host.system.name,
    kernelmajversion: (host) => host.system.release.split(".").slice(0, 2).join("."),
    kernelrelease: (host) => host.system.release,
    kernelversion: (host) => (host.system.release.match(/\d+/g) ?? []).slice(0, 3).join("."),
  },
};
