import type { FactFamily } from "../family.ts";
import type { Plain } from "../plain.ts";

/** The version of Facter whose facts these are. */
export const FACTER_VERSION = "4.3.0";

/** Single facts about the running system. */
export const systemFacts: FactFamily = {
  facts: {
    facterversion: () => FACTER_VERSION,
    filesystems: (host) => {
      const table = host.read("/proc/filesystems");
      if (table === undefined) return undefined;
      const names = table.split("\n").map((line) => line.trim().split(/\s+/));
      const onDisk = names.flatMap(([name, second]) => (name && name !== "fuseblk" && !second ? [name] : []));
      return onDisk.sort().join(",");
    },
    fips_enabled: (host) => host.read("/proc/sys/crypto/fips_enabled")?.trim() === "1",
    load_averages: (host): Plain => {
      const [one, five, fifteen] = (host.read("/proc/loadavg") ?? "").split(" ").map(Number);
      return { "1m": one, "5m": five, "15m": fifteen };
    },
    path: (host) => host.env.PATH,
    timezone: (host) => host.run("date", ["+%Z"])?.out.trim() || undefined,
  },
};
