import { type Collectors, type FactFamily, structured } from "../family.ts";
import { type Host, perHost } from "../host.ts";

/** The name of the user's own group. */
const group = perHost((host: Host): string | undefined => {
  const gid = String(host.user.gid);
  const known = (host.read("/etc/group") ?? "").split("\n").find((line) => line.split(":")[2] === gid);
  return (known ?? host.run("getent", ["group", gid])?.out)?.split(":")[0] || undefined;
});

const members: Collectors = {
  gid: (host) => host.user.gid,
  group,
  privileged: (host) => host.user.uid === 0n,
  uid: (host) => host.user.uid,
  user: (host) => host.user.name,
};

/** Who runs this. */
export const identityFacts: FactFamily = {
  facts: { identity: (host) => structured(host, "identity", members) },
  legacy: { gid: group, id: (host) => host.user.name },
};
