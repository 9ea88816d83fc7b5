import { type Host, perHost } from "../host.ts";
import { osRelease } from "./os-release.ts";

/** The branches of Linux that need rules of their own. */
export type Branch = "debian" | "rhel" | "suse" | "linux";

/** Who made this system: its own id, and the branch of the family tree it is on (config.rb, OS_HIERARCHY). */
export interface Distribution {
  readonly id: string;
  readonly branch: Branch;
}

const BRANCHES: Readonly<Record<string, Branch>> = {
  debian: "debian",
  elementary: "debian",
  ubuntu: "debian",
  linuxmint: "debian",
  raspbian: "debian",
  devuan: "debian",
  rhel: "rhel",
  fedora: "rhel",
  amzn: "rhel",
  centos: "rhel",
  ol: "rhel",
  scientific: "rhel",
  meego: "rhel",
  oel: "rhel",
  ovs: "rhel",
  sles: "suse",
  opensuse: "suse",
  sled: "suse",
  gentoo: "linux",
  alpine: "linux",
  photon: "linux",
  slackware: "linux",
  mageia: "linux",
  openwrt: "linux",
  mariner: "linux",
};

export const distribution = perHost((host: Host): Distribution => {
  if (host.exists("/etc/devuan_version")) return { id: "devuan", branch: "debian" };
  const { id = "", id_like = "" } = osRelease(host);
  if (BRANCHES[id]) return { id, branch: BRANCHES[id] };
  const parent = id_like.split(" ").find((name) => BRANCHES[name]);
  return { id: parent ?? id, branch: (parent && BRANCHES[parent]) || "linux" };
});

/** The text of a release file without surrounding space. */
export function releaseFile(host: Host, path: string): string | undefined {
  return host.read(path)?.trim();
}
