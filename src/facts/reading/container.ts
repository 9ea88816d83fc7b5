import { type Host, perHost } from "../host.ts";

/** The container this runs in. */
export interface Container {
  readonly kind: "docker" | "lxc" | "systemd_nspawn";
  /** What `hypervisors.<kind>` holds. */
  readonly details: Readonly<Record<string, string>>;
}

/** Told by the control group and the environment of the first process (containers.rb). */
export const container = perHost((host: Host): Container | undefined => {
  const groups = host.read("/proc/1/cgroup");
  if (groups === undefined) return undefined;
  const environment = host.read("/proc/1/environ") ?? "";
  const lxc = /^\/lxc\/([^/]+)/m.exec(groups)?.[1];
  if (lxc || environment.includes("container=lxc")) return { kind: "lxc", details: lxc ? { name: lxc } : {} };
  const docker = /docker\/(.+)/.exec(groups)?.[1];
  if (docker) return { kind: "docker", details: { id: docker } };
  if (!environment.includes("container=systemd-nspawn")) return undefined;
  const id = host.read("/etc/machine-id")?.trim();
  return { kind: "systemd_nspawn", details: id === undefined ? {} : { id } };
});
