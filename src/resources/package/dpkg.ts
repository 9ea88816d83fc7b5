import type { Machine } from "../../machine/machine.ts";
import { run, runWith, type Step } from "../../machine/step.ts";
import { marked, type PackageState, packageState, withMarks } from "./dpkg-state.ts";
import { installedPackages } from "./installed.ts";
import { isGone, packageType } from "./package.ts";

const DPKG = "/usr/bin/dpkg";

/** Packages from files: dpkg fetches nothing, so each needs a source. */
export const dpkg = packageType.provider<PackageState>({
  name: "dpkg",
  features: ["holdable", "installable", "purgeable", "uninstallable", "upgradeable", "virtual_packages"],
  suits: (host) => host.command(DPKG) !== undefined,

  /** The latest version is the one in the file. */
  async expect(wanted, machine, around) {
    if (wanted.ensure !== "latest") return wanted;
    const { ensure } = await packageState(wanted, machine, around);
    if (isGone(ensure)) return wanted;
    if (wanted.source === undefined)
      throw new Error("Could not update: You cannot install dpkg packages without a source");
    const [name, version] = await nameAndVersion(wanted.source, machine);
    if (!name.includes(wanted.name))
      around.say("warning", `source doesn't contain named package, but ${name}`);
    return { ...wanted, ensure: version };
  },

  read: (wanted, machine, around) => packageState(wanted, machine, around),

  instances: installedPackages,

  change: {
    ensure(to, wanted, is): Step[] {
      if (isGone(to)) return [run(DPKG, to === "purged" ? "--purge" : "-r", is.actual)];
      const { source, configfiles } = wanted;
      const blame = to === "present" ? "" : "Could not update: ";
      if (source === undefined) throw new Error(`${blame}You cannot install dpkg packages without a source`);
      const install = runWith(
        { blame, env: { DEBIAN_FRONTEND: "noninteractive" } },
        ...[DPKG, configfiles === "keep" ? "--force-confold" : "--force-confnew", "-i", source],
      );
      return withMarks(wanted, is, [install]);
    },
    mark: (to, _wanted, { actual }) => marked(actual, to),
  },

  /** Told to refresh, nothing is done; that it was told is told. */
  refresh: () => [],
});

async function nameAndVersion(file: string, machine: Machine): Promise<[string, string]> {
  const { code, output, errors } = await machine.run({
    argv: ["/usr/bin/dpkg-deb", "--show", file],
    apart: true,
  });
  const [name, version] = output.trim().split("\t");
  if (code !== 0 || name === undefined || version === undefined)
    throw new Error(`Could not get latest version: ${errors.trim()}`);
  return [name, version];
}
