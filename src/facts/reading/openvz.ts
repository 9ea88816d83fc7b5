import { type Host, perHost } from "../host.ts";

/** An OpenVZ host or container. */
export interface OpenVz {
  readonly kind: "openvzhn" | "openvzve";
  readonly id: bigint;
}

export const openVz = perHost((host: Host): OpenVz | undefined => {
  if (host.list("/proc/vz").length === 0 || host.exists("/proc/lve/list")) return undefined;
  const id = /^envID:\s+(\d+)$/m.exec(host.read("/proc/self/status") ?? "")?.[1];
  return id === undefined ? undefined : { kind: id === "0" ? "openvzhn" : "openvzve", id: BigInt(id) };
});
