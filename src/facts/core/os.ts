import { type Collectors, type FactFamily, structured } from "../family.ts";
import type { Host } from "../host.ts";
import { distribution } from "../reading/distribution.ts";
import { lsbRelease } from "../reading/lsb-release.ts";
import { capitalize, osRelease } from "../reading/os-release.ts";
import { redHatRelease } from "../reading/redhat-release.ts";
import { seLinux } from "../reading/selinux.ts";
import { distro } from "./os-distro.ts";
import { distroRelease, release } from "./os-release.ts";

const FAMILIES: readonly (readonly [string, RegExp])[] = [
  [
    "RedHat",
    /redhat|rhel|fedora|centos|scientific|ascendos|cloudlinux|psbm|oraclelinux|ovs|oel|amazon|xenserver|xcp-ng|virtuozzo|photon|mariner/i,
  ],
  ["Debian", /debian|ubuntu|huaweios|linuxmint|devuan|kde/i],
  ["Suse", /sles|sled|suse/i],
  ["Gentoo", /gentoo/i],
  ["Archlinux", /arch|manjaro/i],
  ["Mandrake", /mandrake|mandriva|mageia/i],
];

function family(host: Host): string {
  const { branch } = distribution(host);
  if (branch === "rhel") return "RedHat";
  if (branch === "suse") return "Suse";
  const id = osRelease(host).id_like ?? osRelease(host).id ?? "";
  return capitalize(FAMILIES.find(([, pattern]) => pattern.test(id))?.[0] ?? id);
}

function name(host: Host): string | undefined {
  if (distribution(host).id === "linuxmint") return capitalize(osRelease(host).id ?? "");
  return osRelease(host).name ?? redHatRelease(host)?.name;
}

/** The word for the processor architecture; Debian's own on Debian. */
export function architecture(host: Host): string {
  const { machine } = host.system;
  if (/i[3456]86|pentium/.test(machine)) return "i386";
  return machine === "x86_64" && distribution(host).branch === "debian" ? "amd64" : machine;
}

const os: Collectors = {
  architecture,
  distro,
  family,
  hardware: (host) => host.system.machine,
  name,
  release: (host) => asFact(release(host)),
  selinux: (host) => {
    const { enabled, configMode, configPolicy, currentMode, enforced, policyVersion } = seLinux(host);
    return {
      config_mode: configMode,
      config_policy: configPolicy,
      current_mode: currentMode,
      enabled,
      enforced,
      policy_version: policyVersion,
    };
  },
};

function asFact(version: ReturnType<typeof release>) {
  return version && { ...version };
}

/** Ubuntu's major release is `22.04`, and only lsb_release is asked for it. */
function lsbParts(host: Host): {
  full?: string | undefined;
  major?: string | undefined;
  minor?: string | undefined;
} {
  if (distribution(host).id !== "ubuntu") return { ...distroRelease(host) };
  const full = lsbRelease(host).release;
  if (full === undefined) return {};
  const [year, month, point] = full.split(".");
  return { full, major: `${year}.${month}`, minor: point };
}

/** The operating system: its name, family, release, and what its makers say of it. */
export const osFacts: FactFamily = {
  facts: { os: (host) => structured(host, "os", os) },
  legacy: {
    architecture,
    hardwaremodel: (host) => host.system.machine,
    operatingsystem: name,
    operatingsystemmajrelease: (host) => release(host)?.major,
    operatingsystemrelease: (host) => release(host)?.full,
    osfamily: family,
    lsbdistcodename: (host) => lsbRelease(host).codename,
    lsbdistdescription: (host) => lsbRelease(host).description,
    lsbdistid: (host) => lsbRelease(host).distributor_id,
    lsbdistrelease: (host) => lsbParts(host).full,
    lsbmajdistrelease: (host) => lsbParts(host).major,
    lsbminordistrelease: (host) => lsbParts(host).minor,
    lsbrelease: (host) => (distribution(host).branch === "debian" ? undefined : lsbRelease(host).lsb_version),
    selinux: (host) => seLinux(host).enabled,
    selinux_config_mode: (host) => seLinux(host).configMode,
    selinux_config_policy: (host) => seLinux(host).configPolicy,
    selinux_current_mode: (host) => seLinux(host).currentMode,
    selinux_enforced: (host) => seLinux(host).enforced,
    selinux_policyversion: (host) => seLinux(host).policyVersion,
  },
};
