import type { Host } from "../host.ts";
import { distribution, releaseFile } from "../reading/distribution.ts";
import { lsbRelease } from "../reading/lsb-release.ts";
import { osRelease } from "../reading/os-release.ts";
import { redHatRelease } from "../reading/redhat-release.ts";

/** A version taken apart as in `os.release`. */
export interface Release {
  readonly full: string;
  readonly major: string | undefined;
  readonly minor: string | undefined;
}

/** `os.release`: each distribution keeps its version elsewhere. */
export function release(host: Host): Release | undefined {
  const rule = RELEASES[distribution(host).id] ?? BRANCH_RELEASES[distribution(host).branch];
  return rule(host);
}

/** `os.distro.release`, which Facter finds in other places for some distributions. */
export function distroRelease(host: Host): Release | undefined {
  const { id, branch } = distribution(host);
  if (id === "devuan") return taken(lsbRelease(host).release);
  if (branch === "debian") return id === "ubuntu" ? whole(host) : debian(host);
  if (branch === "linux") return taken(lsbRelease(host).release);
  if (id === "amzn") return amazon(host);
  return branch === "rhel" ? redHat(host) : suse(host);
}

type Rule = (host: Host) => Release | undefined;

const RELEASES: Readonly<Record<string, Rule>> = {
  ubuntu: whole,
  devuan: (host) => taken(releaseFile(host, "/etc/devuan_version")) ?? versionId(host),
  linuxmint: (host) => matched(host, "/etc/linuxmint/info", /^RELEASE=(\d+)/),
  amzn: amazon,
  ol: (host) => matched(host, "/etc/oracle-release", /release (\d[\d.]*)/),
  ovs: (host) => matched(host, "/etc/ovs-release", /release (\d[\d.]*)/),
  alpine: (host) => taken(releaseFile(host, "/etc/alpine-release")) ?? versionId(host),
  gentoo: (host) => matched(host, "/etc/gentoo-release", /release ([0-9.]+)/),
  mageia: (host) => matched(host, "/etc/mageia-release", /Mageia release ([0-9.]+)/),
  mariner: (host) => matched(host, "/etc/mariner-release", /CBL-Mariner ([0-9.]+)/),
  photon: (host) => matched(host, "/etc/lsb-release", /DISTRIB_RELEASE="(\d+)\.(\d+)/),
  slackware: (host) => matched(host, "/etc/slackware-version", /Slackware ([0-9.]+)/),
};

const BRANCH_RELEASES = { debian, rhel: redHat, suse, linux: whole } as const;

function debian(host: Host): Release | undefined {
  const version = releaseFile(host, "/etc/debian_version");
  if (!version) return undefined;
  const [major, minor] = version.split(".");
  return { full: version, major, minor: minor?.replace(/^0([1-9])/, "$1") };
}

function redHat(host: Host): Release | undefined {
  return taken(redHatRelease(host)?.version ?? osRelease(host).version_id);
}

function amazon(host: Host): Release | undefined {
  return matched(host, "/etc/system-release", /(?:release|Amazon Linux) (\d[\d.]*)/);
}

function suse(host: Host): Release | undefined {
  const version = osRelease(host).version_id;
  return version === undefined
    ? undefined
    : { full: version, major: version.split(".")[0], minor: version.split(".").at(-1) };
}

function whole(host: Host): Release | undefined {
  const version = osRelease(host).version_id;
  return version === undefined ? undefined : { full: version, major: version, minor: undefined };
}

function matched(host: Host, path: string, pattern: RegExp): Release | undefined {
  return taken(pattern.exec(releaseFile(host, path) ?? "")?.[1]) ?? versionId(host);
}

function versionId(host: Host): Release | undefined {
  return taken(osRelease(host).version_id);
}

function taken(version: string | undefined): Release | undefined {
  if (!version) return undefined;
  const [major, minor] = version.split(".");
  return { full: version, major, minor };
}
