import type { Host } from "../host.ts";

/** One entry of the firmware's tables, e.g. `sys_vendor`; undefined when it has none, or none for this user. */
export function dmi(host: Host, entry: string): string | undefined {
  return host.read(`/sys/class/dmi/id/${entry}`)?.trim() || undefined;
}
