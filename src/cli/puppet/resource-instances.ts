import type { Machine } from "../../machine/machine.ts";

/** The names of all resources of a type on a machine; fails in Puppet's words for types that cannot be listed. */
export async function instances(type: string, machine: Machine): Promise<readonly string[]> {
  const list = LISTS[type];
  if (type === "file") {
    throw new Error(
      "Listing all file instances is not supported.  Please specify a file or directory, e.g. puppet resource file /etc",
    );
  }
  if (list === undefined) throw new Error(`Could not find instances of ${type}`);
  return [...new Set(await list(machine))].sort();
}

const LISTS: Readonly<Record<string, (machine: Machine) => Promise<readonly string[]>>> = {
  user: async (machine) => firstFields(machine, "/etc/passwd"),
  group: async (machine) => firstFields(machine, "/etc/group"),
  package: async (machine) =>
    lines(await machine.run({ argv: ["dpkg-query", "-W"], apart: true })).map(
      (line) => line.split("\t")[0] ?? "",
    ),
  service: async (machine) => {
    const argv = [
      "systemctl",
      "list-unit-files",
      "--type",
      "service",
      "--full",
      "--all",
      "--no-pager",
      "--no-legend",
    ];
    return lines(await machine.run({ argv, apart: true })).map((line) => line.split(/\s+/)[0] ?? "");
  },
};

function firstFields(machine: Machine, path: string): string[] {
  const rows = machine.readFile(path).toString("utf8").split("\n");
  return rows.map((row) => row.split(":")[0] ?? "").filter((name) => name !== "");
}

function lines({ output }: { readonly output: string }): string[] {
  return output.split("\n").filter((line) => line !== "");
}
