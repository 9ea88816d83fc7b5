import type { Machine } from "../machine/machine.ts";

/** A line of /etc/passwd. */
export interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
}

/** A line of /etc/group. */
export interface GroupEntry {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** A line of /etc/shadow; undefined where a field is empty. */
export interface ShadowEntry {
  readonly password: string;
  readonly minAge: number | undefined;
  readonly maxAge: number | undefined;
  readonly warnDays: number | undefined;
  /** Days since 1970-01-01. */
  readonly expiry: number | undefined;
}

/** The account databases, read once and again only after they have changed. Names the files lack are asked of NSS. */
export class AccountFiles {
  readonly #machine: Machine;
  readonly #tables = new Map<string, { readonly stamp: string; readonly lines: Lines }>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  async user(name: string, local: boolean): Promise<PasswdEntry | undefined> {
    const fields = await this.#entry("passwd", name, local);
    if (fields === undefined) return undefined;
    const [, , uid, gid, comment = "", home = "", shell = ""] = fields;
    return { name, uid: Number(uid), gid: Number(gid), comment, home, shell };
  }

  async group(name: string, local: boolean): Promise<GroupEntry | undefined> {
    const fields = await this.#entry("group", name, local);
    return fields && groupOf(fields);
  }

  /** Undefined without the right to read it, too. */
  shadow(name: string): ShadowEntry | undefined {
    const fields = this.#lines("/etc/shadow").get(name);
    if (fields === undefined) return undefined;
    const [, password = "", , minAge, maxAge, warnDays, , expiry] = fields;
    const days = (text: string | undefined) => (text ? Number(text) : undefined);
    return {
      password,
      minAge: days(minAge),
      maxAge: days(maxAge),
      warnDays: days(warnDays),
      expiry: days(expiry),
    };
  }

  /** The groups that list a user as a member, in the order of the file. */
  groupsOf(user: string): string[] {
    return this.#groupsByMember().get(user) ?? [];
  }

  async #entry(
    database: "passwd" | "group",
    name: string,
    local: boolean,
  ): Promise<readonly string[] | undefined> {
    const known = this.#lines(`/etc/${database}`).get(name);
    if (known !== undefined || local) return known;
    const id = database === "passwd" ? this.#machine.uidOf(name) : this.#machine.gidOf(name);
    if (id === undefined) return undefined;
    const { code, output } = await this.#machine.run({ argv: ["getent", database, name] });
    return code === 0 ? output.trimEnd().split(":") : undefined;
  }

  #lines(path: string): Lines {
    const stamp = this.#stamp(path);
    const known = this.#tables.get(path);
    if (known?.stamp === stamp) return known.lines;
    const lines = stamp === "" ? new Map() : linesOf(this.#read(path));
    this.#tables.set(path, { stamp, lines });
    return lines;
  }

  #membership: { readonly lines: Lines; readonly groups: ReadonlyMap<string, string[]> } | undefined;

  #groupsByMember(): ReadonlyMap<string, string[]> {
    const lines = this.#lines("/etc/group");
    if (this.#membership?.lines !== lines) this.#membership = { lines, groups: byMember(lines) };
    return this.#membership.groups;
  }

  /** Tells one content from another; the tools rename a new file over the old one. */
  #stamp(path: string): string {
    const stat = this.#machine.stat(path);
    return stat === undefined ? "" : `${stat.mtime} ${stat.ctime} ${stat.size}`;
  }

  #read(path: string): string {
    try {
      return this.#machine.readFile(path).toString("utf8");
    } catch {
      return "";
    }
  }
}

type Lines = ReadonlyMap<string, readonly string[]>;

/** Fields by the name that stands first; the first of several lines counts. */
function linesOf(text: string): Lines {
  const lines = new Map<string, readonly string[]>();
  for (const line of text.split("\n")) {
    const fields = line.split(":");
    const [name = ""] = fields;
    if (fields.length > 1 && !lines.has(name)) lines.set(name, fields);
  }
  return lines;
}

function groupOf([name = "", , gid, members = ""]: readonly string[]): GroupEntry {
  return { name, gid: Number(gid), members: members.split(",").filter((member) => member !== "") };
}

function byMember(lines: Lines): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const fields of lines.values()) {
    const { name, members } = groupOf(fields);
    for (const member of members) {
      const known = groups.get(member);
      if (known) known.push(name);
      else groups.set(member, [name]);
    }
  }
  return groups;
}

const files = new WeakMap<Machine, AccountFiles>();

/** The account databases of a machine. */
export function accountFiles(machine: Machine): AccountFiles {
  const known = files.get(machine);
  if (known) return known;
  const made = new AccountFiles(machine);
  files.set(machine, made);
  return made;
}
