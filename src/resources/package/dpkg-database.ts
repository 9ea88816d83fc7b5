import type { Machine } from "../../machine/machine.ts";

/** What dpkg knows of a package. */
export interface DpkgEntry {
  readonly name: string;
  /** The version when it is installed. */
  readonly state: string;
  readonly version: string;
  readonly hold: boolean;
  /** `ok` unless it must be reinstalled. */
  readonly error: string;
  readonly provides: readonly string[];
}

const FIELDS = ["Status", "Package", "Version", "Architecture", "Provides"];
const FORMAT = `${FIELDS.map((field) => `\${${field}}`).join("\\t")}\\n`;
const STATUS = "/var/lib/dpkg/status";
const BROKEN = new Set(["config-files", "half-installed", "unpacked", "half-configured"]);

/** All installed packages by one dpkg-query, asked again only after dpkg has changed its database. */
export class DpkgDatabase {
  readonly #machine: Machine;
  #stamp: string | undefined;
  #entries: Promise<ReadonlyMap<string, DpkgEntry>> | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** A package by name, also with its architecture (`libc6:amd64`). */
  async find(name: string): Promise<DpkgEntry | undefined> {
    return (await this.#all()).get(name);
  }

  /** The installed package that provides a name. */
  async provider(name: string): Promise<DpkgEntry | undefined> {
    const entries = (await this.#all()).values();
    return [...entries].find((entry) => entry.name === name || entry.provides.includes(name));
  }

  /** Tells one state of the database from another. */
  stamp(): string {
    const stat = this.#machine.stat(STATUS);
    return stat === undefined ? "" : `${stat.mtime} ${stat.ctime} ${stat.size}`;
  }

  #all(): Promise<ReadonlyMap<string, DpkgEntry>> {
    const stamp = this.stamp();
    if (this.#entries === undefined || this.#stamp !== stamp) {
      this.#stamp = stamp;
      this.#entries = this.#query();
    }
    return this.#entries;
  }

  async #query(): Promise<ReadonlyMap<string, DpkgEntry>> {
    const argv = ["/usr/bin/dpkg-query", "-W", "--showformat", FORMAT];
    const { code, output, errors } = await this.#machine.run({ argv, apart: true });
    if (code !== 0 && output === "") throw new Error(`Could not list installed packages: ${errors.trim()}`);
    const entries = new Map<string, DpkgEntry>();
    for (const line of output.split("\n").filter((text) => text !== "")) {
      const [status = "", name = "", version = "", architecture = "", provides = ""] = line.split("\t");
      const entry = entryOf(status.split(" "), name, version, provides);
      if (!entries.has(name)) entries.set(name, entry);
      entries.set(`${name}:${architecture}`, entry);
    }
    return entries;
  }
}

function entryOf(
  [want, error = "ok", status = ""]: readonly string[],
  name: string,
  version: string,
  provides: string,
): DpkgEntry {
  const state = status === "not-installed" ? "purged" : BROKEN.has(status) ? "absent" : version;
  const names = provides.split(",").map((text) => text.trim().replace(/ .*/, ""));
  return { name, state, version, hold: want === "hold", error, provides: names };
}

const databases = new WeakMap<Machine, DpkgDatabase>();

/** The database of a machine. */
export function dpkgDatabase(machine: Machine): DpkgDatabase {
  const known = databases.get(machine);
  if (known) return known;
  const made = new DpkgDatabase(machine);
  databases.set(machine, made);
  return made;
}
