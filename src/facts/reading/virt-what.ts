import { type Host, outputOf, perHost } from "../host.ts";

/** What virt-what, when installed, says this machine runs on. */
export const virtWhat = perHost((host: Host): string | undefined => {
  const lines = outputOf(host, "virt-what")
    .split("\n")
    .filter((line) => line !== "");
  return xenKind(lines) ?? other(host, lines);
});

function xenKind(lines: readonly string[]): string | undefined {
  const next = lines[lines.indexOf("xen") + 1];
  if (!lines.includes("xen") || next === undefined) return undefined;
  if (next.includes("xen-domu")) return "xenu";
  if (next.includes("xen-hvm")) return "xenhvm";
  return next.includes("xen-dom0") ? "xen0" : undefined;
}

function other(host: Host, lines: readonly string[]): string | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  if (first.includes("ibm_systemz")) return "zlinux";
  if (first.includes("linux_vserver")) return vserver(host);
  return lines.find((line) => line !== "redhat") ?? first;
}

/** Linux-VServer tells in the status of every process. */
export function vserver(host: Host): string | undefined {
  const context = /^(?:s_context|VxID):\s+(\S+)$/m.exec(host.read("/proc/self/status") ?? "")?.[1];
  if (context === undefined) return undefined;
  return context === "0" ? "vserver_host" : "vserver";
}
