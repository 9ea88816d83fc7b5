import type { Machine } from "../../machine/machine.ts";
import { dpkgDatabase } from "./dpkg-database.ts";

/** What decides which versions apt would install. */
const SOURCES = [
  "/var/lib/apt/lists",
  "/etc/apt/sources.list",
  "/etc/apt/sources.list.d",
  "/etc/apt/preferences",
  "/etc/apt/preferences.d",
];
const APT_CACHE = "/usr/bin/apt-cache";

/** The versions apt knows of; all packages kept at their latest are asked about in one call. */
export class AptCache {
  readonly #machine: Machine;
  readonly #names: readonly string[];
  #stamp: string | undefined;
  #candidates: Promise<ReadonlyMap<string, string>> | undefined;

  /** `names`: the packages that `candidate` will be asked about. */
  constructor(machine: Machine, names: readonly string[]) {
    this.#machine = machine;
    this.#names = names;
  }

  /** The version apt would install; undefined when it knows none. */
  async candidate(name: string): Promise<string | undefined> {
    const stamp = this.#stampNow();
    if (this.#candidates === undefined || this.#stamp !== stamp) {
      this.#stamp = stamp;
      this.#candidates = this.#policy();
    }
    return (await this.#candidates).get(name);
  }

  /** Every version that could be installed. */
  async versions(name: string): Promise<string[]> {
    const { output } = await this.#machine.run({ argv: [APT_CACHE, "madison", name], apart: true });
    return output.split("\n").flatMap((line) => line.split("|")[1]?.trim() ?? []);
  }

  /** Whether apt would ask for a disc. */
  hasCdrom(): boolean {
    const path = "/etc/apt/sources.list";
    if (this.#machine.stat(path) === undefined) return false;
    return /^[^#]*cdrom:/m.test(this.#machine.readFile(path).toString("utf8"));
  }

  async #policy(): Promise<ReadonlyMap<string, string>> {
    const { output } = await this.#machine.run({ argv: [APT_CACHE, "policy", ...this.#names], apart: true });
    const candidates = new Map<string, string>();
    for (const section of output.split(/^(?=\S)/m)) {
      const version = /^ +Candidate: (\S+)/m.exec(section)?.[1];
      const name = section.slice(0, section.indexOf("\n")).replace(/:$/, "");
      if (version !== undefined && version !== "(none)") candidates.set(name, version);
    }
    return candidates;
  }

  #stampNow(): string {
    const stats = SOURCES.map((path) => this.#machine.stat(path)).map(
      (stat) => `${stat?.mtime} ${stat?.ctime}`,
    );
    return [dpkgDatabase(this.#machine).stamp(), ...stats].join();
  }
}
