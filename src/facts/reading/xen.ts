import { type Host, perHost } from "../host.ts";

/** What Xen's files tell. */
export interface Xen {
  readonly kind: "xen0" | "xenu" | undefined;
  readonly privileged: boolean;
}

const TOOLSTACK = "/usr/lib/xen-common/bin/xen-toolstack";
const COMMANDS = ["/usr/sbin/xl", "/usr/sbin/xm"];

export const xen = perHost((host: Host): Xen => {
  const kind = host.exists("/dev/xen/evtchn") ? "xen0" : guest(host) ? "xenu" : undefined;
  const capabilities = host.read("/proc/xen/capabilities")?.trim();
  return { kind, privileged: capabilities === "control_d" || kind === "xen0" };
});

function guest(host: Host): boolean {
  return host.exists("/proc/xen") || host.exists("/dev/xvda1");
}

/** The domains that run on a Xen host, without the host's own. */
export function xenDomains(host: Host): string[] {
  const installed = COMMANDS.filter((command) => host.exists(command));
  const command = installed.length > 1 && host.exists(TOOLSTACK) ? TOOLSTACK : installed[0];
  const table = command === undefined ? "" : (host.run(command, ["list"])?.out ?? "");
  return table
    .split("\n")
    .filter((line) => line !== "" && !/Domain-0|Name/.test(line))
    .map((line) => line.split(/\s/)[0] ?? "");
}
