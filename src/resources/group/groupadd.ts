import { runWith, type Step } from "../../machine/step.ts";
import { accountFiles } from "../account-files.ts";
import { group } from "./group.ts";

interface Found {
  readonly ensure: "present" | "absent";
  readonly gid?: number;
  readonly members?: readonly string[];
  /** Whether the tools of libuser are to be used: asked for and there. */
  readonly local: boolean;
}

/** Groups by way of groupadd, groupmod and groupdel. */
export const groupadd = group.provider<Found>({
  name: "groupadd",
  features: ["system_groups", "manages_members", "manages_local_users_and_groups"],
  suits: (host) => host.command("groupadd") !== undefined,

  /** With `auth_membership` the members are these alone; otherwise these and those that are there. */
  async expect(wanted, machine) {
    if (wanted.members === undefined || wanted.auth_membership) return wanted;
    const there = (await accountFiles(machine).group(wanted.name, wanted.forcelocal))?.members ?? [];
    return { ...wanted, members: [...new Set([...there, ...wanted.members])].sort() };
  },

  async read({ name, forcelocal }, machine) {
    const local = forcelocal && machine.which("lgroupadd") !== undefined;
    const found = await accountFiles(machine).group(name, local);
    return found === undefined
      ? { ensure: "absent", local }
      : { ensure: "present", gid: found.gid, members: found.members, local };
  },

  async instances(machine) {
    const lines = machine.readFile("/etc/group").toString("utf8").split("\n");
    return lines.flatMap((line) => {
      const [name = "", , gid] = line.split(":");
      return gid === undefined ? [] : [{ name, state: { ensure: "present", gid: Number(gid) } }];
    });
  },

  change: {
    ensure: (to, wanted, is) => (to === "present" ? created(wanted, is) : removed(wanted.name, is)),
    gid: (to, { name, allowdupe }, { local }) => [
      blamed(
        `Could not set gid on group[${name}]: `,
        ...[tool("groupmod", local), "-g", String(to)],
        ...duplicate(allowdupe, local),
        name,
      ),
    ],
    members: (to, { name }, { members = [] }) => membership(name, members, to),
  },
});

interface Wanted {
  readonly name: string;
  readonly gid?: number | undefined;
  readonly allowdupe: boolean;
  readonly system: boolean;
  readonly members?: readonly string[] | undefined;
}

function created({ name, gid, allowdupe, system, members = [] }: Wanted, { local }: Found): Step[] {
  const id = gid === undefined ? [] : ["-g", String(gid)];
  const options = [...id, ...duplicate(allowdupe, local), ...(system ? ["-r"] : [])];
  return [
    blamed(`Could not create group ${name}: `, tool("groupadd", local), ...options, name),
    ...membership(name, [], members),
  ];
}

function removed(name: string, { local }: Found): Step[] {
  return [blamed(`Could not delete group ${name}: `, tool("groupdel", local), name)];
}

function membership(name: string, are: readonly string[], to: readonly string[]): Step[] {
  const blame = `Could not set members on group[${name}]: `;
  const gone = are.filter((member) => !to.includes(member));
  const more = to.filter((member) => !are.includes(member));
  return [
    ...gone.map((member) => blamed(blame, "/usr/bin/gpasswd", "-d", member, name)),
    ...more.map((member) => blamed(blame, "/usr/bin/gpasswd", "-a", member, name)),
  ];
}

/** libuser's tools have names of their own, and do not know about duplicates. */
function tool(name: string, local: boolean): string {
  return `/usr/sbin/${local ? "l" : ""}${name}`;
}

function duplicate(allowed: boolean, local: boolean): string[] {
  return allowed && !local ? ["-o"] : [];
}

function blamed(blame: string, ...argv: string[]): Step {
  return runWith({ blame }, ...argv);
}
