import type { Hash } from "../../values/hash.ts";
import { type Collectors, structuredIfAny } from "../family.ts";
import type { Host } from "../host.ts";
import type { Plain } from "../plain.ts";
import { distribution, releaseFile } from "../reading/distribution.ts";
import { lsbRelease } from "../reading/lsb-release.ts";
import { capitalize, osRelease } from "../reading/os-release.ts";
import { redHatRelease } from "../reading/redhat-release.ts";
import { distroRelease } from "./os-release.ts";

/** `os.distro`: what lsb_release would say, read from files where the distribution has them. */
export function distro(host: Host): Hash | undefined {
  return structuredIfAny(host, "os.distro", { ...SOURCES[source(host)], release: distroReleaseFact });
}

function distroReleaseFact(host: Host): Plain {
  const release = distroRelease(host);
  return release && { ...release };
}

type Source = "debian" | "rhel" | "amzn" | "suse" | "lsb";

function source(host: Host): Source {
  const { id, branch } = distribution(host);
  if (id === "amzn") return "amzn";
  return branch === "linux" ? "lsb" : branch;
}

const SOURCES: Readonly<Record<Source, Collectors>> = {
  debian: {
    codename: debianCodename,
    description: (host) => osRelease(host).pretty_name,
    id: (host) => capitalize(osRelease(host).id ?? ""),
  },
  rhel: {
    codename: (host) => redHatRelease(host)?.codename,
    description: (host) => redHatRelease(host)?.description,
    id: (host) => redHatRelease(host)?.distributor,
  },
  amzn: {
    codename: (host) => /release.*\((.*)\)/.exec(systemRelease(host))?.[1] ?? "n/a",
    description: systemRelease,
    id: (host) => withoutLinux(systemRelease(host).split("release")[0] ?? ""),
  },
  suse: {
    codename: (host) => osRelease(host).version_codename || "n/a",
    description: (host) => osRelease(host).pretty_name,
    id: (host) => (osRelease(host).version_id?.startsWith("12") ? "SUSE LINUX" : "SUSE"),
  },
  lsb: {
    codename: (host) => lsbRelease(host).codename,
    description: (host) => lsbRelease(host).description,
    id: (host) => lsbRelease(host).distributor_id,
    specification: (host) => lsbRelease(host).lsb_version,
  },
};

function debianCodename(host: Host): string | undefined {
  const { version_codename, version } = osRelease(host);
  if (version_codename) return version_codename;
  if (!version) return undefined;
  return /\((.+)\)$/.exec(version)?.[1] ?? /([A-Za-z]+)\s[A-Za-z]+/.exec(version)?.[1]?.toLowerCase();
}

function systemRelease(host: Host): string {
  return releaseFile(host, "/etc/system-release") ?? "";
}

function withoutLinux(title: string): string {
  return title
    .split(/\s+/)
    .filter((word) => word.toLowerCase() !== "linux")
    .join("");
}
