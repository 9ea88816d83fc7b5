import type { Machine } from "../../machine/machine.ts";
import { run, type Step } from "../../machine/step.ts";
import type { Surroundings } from "../surroundings.ts";
import { AptCache } from "./apt-cache.ts";
import { aptGet, mergedAptGet } from "./apt-get.ts";
import { marked, type PackageState, packageState, withMarks } from "./dpkg-state.ts";
import { installedPackages } from "./installed.ts";
import { isGone, packageType } from "./package.ts";
import { isRange, newestWithin } from "./version-range.ts";

interface Found extends PackageState {
  /** The version to ask apt for; undefined: whichever it would install. */
  readonly version: string | undefined;
  readonly cdrom: boolean;
}

interface Wanted {
  readonly ensure: string;
  readonly mark?: "hold" | "none" | undefined;
  readonly source?: string | undefined;
  readonly configfiles: "keep" | "replace";
  readonly install_options?: readonly string[] | undefined;
  readonly responsefile?: string | undefined;
  readonly allowcdrom?: boolean | undefined;
  /** `latest` was asked for; `ensure` has become the version that is. */
  readonly latest?: boolean | undefined;
}

/** Debian's packages from their repositories. Neighbouring resources become one transaction. */
export const apt = packageType.provider<Found>({
  name: "apt",
  features: [
    "holdable",
    "install_options",
    "installable",
    "purgeable",
    "uninstallable",
    "upgradeable",
    "versionable",
    "version_ranges",
    "virtual_packages",
  ],
  suits: (host) => host.command("/usr/bin/apt-get") !== undefined,
  usual: (host) => host.fact("os.family") === "Debian",

  async survey(all, machine) {
    return new AptCache(
      machine,
      all.filter(({ ensure }) => ensure === "latest").map(({ name }) => name),
    );
  },

  /** `latest` becomes the version apt would install, once there is something to compare it with. */
  async expect(wanted, machine, around) {
    if (wanted.ensure !== "latest") return wanted;
    const { ensure } = await packageState(wanted, machine, around);
    if (isGone(ensure)) return wanted;
    const candidate = await cacheOf(around, machine, wanted.name).candidate(wanted.name);
    if (candidate === undefined) around.say("err", "Could not find latest version");
    return candidate === undefined ? wanted : { ...wanted, ensure: candidate, latest: true };
  },

  async read(wanted, machine, around) {
    const state = await packageState(wanted, machine, around);
    const cache = cacheOf(around, machine, wanted.name);
    const { ensure = "present", name } = wanted;
    const version = isRange(ensure)
      ? (newestWithin(await cache.versions(name), ensure) ?? ensure)
      : versionIn(wanted);
    return { ...state, version, cdrom: cache.hasCdrom() };
  },

  instances: installedPackages,

  change: {
    ensure: (to, wanted, is) => (isGone(to) ? removed(to, wanted, is) : installed(wanted, is)),
    mark: (to, _wanted, { actual }) => marked(actual, to),
  },

  /** Told to refresh, nothing is done; that it was told is told. */
  refresh: () => [],

  merge: mergedAptGet,
});

/** A provider asked for by name has no survey of its own when another one is the usual. */
function cacheOf({ survey }: Surroundings, machine: Machine, name: string): AptCache {
  return survey instanceof AptCache ? survey : new AptCache(machine, [name]);
}

const WORDS = new Set(["present", "latest", "absent", "purged"]);

function versionIn({ ensure = "present", latest }: Partial<Wanted>): string | undefined {
  return WORDS.has(ensure) || latest ? undefined : ensure;
}

function installed(wanted: Wanted, is: Found): Step[] {
  if (is.cdrom && !wanted.allowcdrom)
    throw new Error(
      "/etc/apt/sources.list contains a cdrom source; not installing.  Use 'allowcdrom' to override this failure.",
    );
  const { source, ensure } = wanted;
  const target = source ?? (is.version === undefined ? is.actual : `${is.actual}=${is.version}`);
  const words = (forced: readonly string[]) => [
    ...["-q", "-y", "-o", `DPkg::Options::=--force-conf${wanted.configfiles === "keep" ? "old" : "new"}`],
    ...(is.version === undefined ? [] : forced),
    ...(wanted.install_options ?? []),
    "install",
  ];
  const install = aptGet(words(["--allow-downgrades", "--allow-change-held-packages"]), target, {
    blame: ensure === "present" ? undefined : "Could not update: ",
    asPuppet: words(["--force-yes"]),
  });
  return [...answered(wanted, is), ...withMarks(wanted, is, [install])];
}

function removed(to: string, wanted: Wanted, is: Found): Step[] {
  const held = is.mark === "hold" ? ["--allow-change-held-packages"] : [];
  const words = ["-y", "-q", ...held, "remove", ...(to === "purged" ? ["--purge"] : [])];
  return [...answered(wanted, is), aptGet(words, is.actual)];
}

/** Answers to debconf's questions, before it asks them. */
function answered({ responsefile }: Wanted, { answers }: Found): Step[] {
  if (responsefile === undefined) return [];
  const say = (message: string): Step => ({ kind: "say", level: "info", message });
  if (!answers) return [say("No responsefile specified or non existent, not preseeding anything")];
  return [
    say(`Preseeding ${responsefile} to debconf-set-selections`),
    run("/usr/bin/debconf-set-selections", responsefile),
  ];
}
