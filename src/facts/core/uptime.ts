import type { FactFamily } from "../family.ts";
import { type Host, perHost } from "../host.ts";
import { container } from "../reading/container.ts";

interface Uptime {
  readonly days: bigint;
  readonly hours: bigint;
  readonly seconds: bigint;
  readonly uptime: string;
}

/** Since boot; in a Docker container since its first process started. */
const uptime = perHost((host: Host): Uptime | undefined => {
  const seconds = container(host)?.kind === "docker" ? sinceFirstProcess(host) : sinceBoot(host);
  if (seconds === undefined) return undefined;
  const hours = seconds / 3600n;
  const days = hours / 24n;
  return { days, hours, seconds, uptime: words(days, hours, (seconds / 60n) % 60n) };
});

function sinceBoot(host: Host): bigint | undefined {
  const seconds = /^\d+/.exec(host.read("/proc/uptime") ?? "")?.[0];
  return seconds === undefined ? undefined : BigInt(seconds);
}

function sinceFirstProcess(host: Host): bigint | undefined {
  const elapsed = host.run("ps", ["-o", "etimes=", "-p", "1"])?.out.trim();
  return elapsed && /^\d+$/.test(elapsed) ? BigInt(elapsed) : undefined;
}

function words(days: bigint, hours: bigint, minutes: bigint): string {
  if (days === 0n) return `${hours}:${String(minutes).padStart(2, "0")} hours`;
  return days === 1n ? "1 day" : `${days} days`;
}

/** How long the system has been up. */
export const uptimeFacts: FactFamily = {
  facts: {
    system_uptime: (host) => {
      const up = uptime(host);
      return up && { ...up };
    },
  },
  legacy: {
    uptime: (host) => uptime(host)?.uptime,
    uptime_days: (host) => uptime(host)?.days,
    uptime_hours: (host) => uptime(host)?.hours,
    uptime_seconds: (host) => uptime(host)?.seconds,
  },
};
