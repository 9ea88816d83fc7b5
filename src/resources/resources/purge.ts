import type { Machine } from "../../machine/machine.ts";
import type { Instance, ResourceType, WantedOf } from "../define.ts";
import type { Generated, GenerateGround } from "../generate.ts";
import { resources } from "./resources.ts";

/** Never purged while system users are spared. */
const SYSTEM_USERS = ["root", "nobody", "bin", "noaccess", "daemon", "sys"];
/** The greatest id of a system user where login.defs(5) does not say. */
const USUAL_MOST = 499;

/** Purges what the catalog does not have. */
export const purge = resources.provider({
  name: "purge",
  read: () => ({}),
  change: {},
  async generate(wanted, ground) {
    const type = ground.typeOf(wanted.name);
    if (type === undefined) return ground.refuse("name", `Could not find resource type '${wanted.name}'`);
    if (!wanted.purge) return [];
    if (type.state.ensure === undefined)
      return ground.refuse("purge", "Purging is only supported on types that accept 'ensure'");
    if (!canBeAbsent(type, ground)) return [];
    const instances = await ground.instancesOf(type);
    if (instances === undefined) return ground.refuse("purge", notListed(type));
    const strangers = instances.filter((one) => isThere(one) && !ground.has(type.name, one.name));
    const spared = sparing(wanted, ground.machine);
    return strangers.filter((one) => !spared(one)).map((one) => removed(type, one));
  },
});

function notListed({ name }: ResourceType): string {
  return `Purging resources of type ${name} is not supported, since they cannot be queried from the system`;
}

/** What is mounted without being in fstab is the system's own: nothing unmounts /proc. */
const NOT_THERE = ["absent", "purged", "ghost"];

function isThere({ state }: Instance): boolean {
  return !NOT_THERE.includes(String(state.ensure));
}

function removed({ name: type }: ResourceType, { name, identity = {} }: Instance): Generated {
  return { type, title: name, parameters: { ...identity, ensure: "absent" } };
}

function canBeAbsent({ name, state }: ResourceType, { complain }: GenerateGround): boolean {
  try {
    state.ensure?.parse("absent");
    return true;
  } catch {
    complain(`The 'ensure' attribute on ${name} resources does not accept 'absent' as a value`);
    return false;
  }
}

/** Which users stay though nobody manages them; of other types none. */
function sparing(wanted: WantedOf<typeof resources>, machine: Machine): (one: Instance) => boolean {
  const { name, unless_system_user: limit = true, unless_uid: ids = [] } = wanted;
  if (name.toLowerCase() !== "user" || limit === false) return () => false;
  const most = limit === true ? mostSystemId(machine) : limit;
  return ({ name: user, state }) =>
    SYSTEM_USERS.includes(user) || ids.includes(Number(state.uid)) || Number(state.uid) <= most;
}

function mostSystemId(machine: Machine): number {
  if (machine.stat("/etc/login.defs") === undefined) return USUAL_MOST;
  const text = machine.readFile("/etc/login.defs").toString("utf8");
  const least = /^\s*UID_MIN\s+(\d+)(\s*#.*)?$/m.exec(text)?.[1];
  return least === undefined ? USUAL_MOST : Number(least) - 1;
}
