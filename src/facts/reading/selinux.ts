import { type Host, perHost } from "../host.ts";

/** What SELinux is set to; only `enabled` when it is off. */
export interface SeLinux {
  readonly enabled: boolean;
  readonly configMode?: string | undefined;
  readonly configPolicy?: string | undefined;
  readonly currentMode?: string;
  readonly enforced?: boolean;
  readonly policyVersion?: string | undefined;
}

export const seLinux = perHost((host: Host): SeLinux => {
  const mount = mountPoint(host);
  const config = mount === undefined ? undefined : host.read("/etc/selinux/config");
  if (mount === undefined || !config) return { enabled: false };
  const enforced = host.read(`${mount}/enforce`)?.trim() === "1";
  return {
    enabled: true,
    configMode: setting(config, "SELINUX"),
    configPolicy: setting(config, "SELINUXTYPE"),
    currentMode: enforced ? "enforcing" : "permissive",
    enforced,
    policyVersion: host.read(`${mount}/policyvers`),
  };
});

function mountPoint(host: Host): string | undefined {
  const line = (host.read("/proc/self/mounts") ?? "")
    .split("\n")
    .find((mount) => mount.includes("selinuxfs"));
  return line?.split(" ")[1];
}

function setting(config: string, name: string): string | undefined {
  return new RegExp(`^${name}=(.*)$`, "m").exec(config)?.[1]?.trim();
}
