import type { Machine } from "../../machine/machine.ts";
import { run, runWith, type Step } from "../../machine/step.ts";
import type { Surroundings } from "../surroundings.ts";
import { type DpkgEntry, dpkgDatabase } from "./dpkg-database.ts";

/** A package as dpkg has it. */
export interface PackageState {
  /** A version, `absent` or `purged`. */
  readonly ensure: string;
  readonly mark: "hold" | "none";
  /** The package meant, when a virtual name was given. */
  readonly actual: string;
  /** Whether the file with answers to debconf's questions is there; undefined when none is asked for. */
  readonly answers: boolean | undefined;
}

interface Wanted {
  readonly name: string;
  readonly allow_virtual?: boolean | undefined;
  readonly responsefile?: string | undefined;
}

/** Look a package up; one that dpkg must reinstall is an error. */
export async function packageState(
  wanted: Wanted,
  machine: Machine,
  around: Surroundings,
): Promise<PackageState> {
  const { name, responsefile } = wanted;
  const answers = responsefile === undefined ? undefined : machine.stat(responsefile) !== undefined;
  const entry = await entryFor(wanted, machine, around);
  if (entry === undefined) return { ensure: "purged", mark: "none", actual: name, answers };
  if (entry.error !== "ok")
    throw new Error(`Package ${entry.name}, version ${entry.version} is in error state: ${entry.error}`);
  const actual = entry.provides.includes(name) ? entry.name : name;
  return { ensure: entry.state, mark: entry.hold ? "hold" : "none", actual, answers };
}

async function entryFor(
  { name, allow_virtual }: Wanted,
  machine: Machine,
  around: Surroundings,
): Promise<DpkgEntry | undefined> {
  const database = dpkgDatabase(machine);
  const entry = await database.find(name);
  if (entry !== undefined || !allow_virtual) return entry;
  const provider = await database.provider(name);
  if (provider) around.say("info", `Package ${name} is virtual, defaulting to ${provider.name}`);
  return provider;
}

/** What apt has read of dpkg's list of packages. */
const APT_CACHE = "/var/cache/apt/pkgcache.bin";

/**
 * Keep a package at its version, or let it go. Apt's cache of dpkg's list goes with it: apt compares the list's size and
 * time, in seconds, so that after one package was held and another let go within a second it would believe what was before.
 */
export function marked(name: string, mark: "hold" | "none"): Step[] {
  const selection = mark === "hold" ? "hold" : "install";
  return [
    runWith({ input: `${name} ${selection}\n` }, "/usr/bin/dpkg", "--set-selections"),
    run("/bin/rm", "-f", APT_CACHE),
  ];
}

/** Around an installation: a held package is let go before, and held after if that is wanted. */
export function withMarks(
  { mark }: { readonly mark?: string | undefined },
  { mark: is, actual }: PackageState,
  install: readonly Step[],
): Step[] {
  return [
    ...(is === "hold" ? marked(actual, "none") : []),
    ...install,
    ...(mark === "hold" ? marked(actual, "hold") : []),
  ];
}
