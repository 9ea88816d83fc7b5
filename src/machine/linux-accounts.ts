import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Table {
  readonly ids: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<number, string>;
}

/** Users and groups by name and by number: from the files, and from the name service for names not in them. */
export class Accounts {
  readonly #directory: string;
  #passwd: Table | undefined;
  #group: Table | undefined;
  #service: ReadonlySet<string> | undefined;

  /** `directory` holds passwd, group and nsswitch.conf. */
  constructor(directory = "/etc") {
    this.#directory = directory;
  }

  /** Read everything anew when next asked: something may have changed. */
  forget(): void {
    this.#passwd = undefined;
    this.#group = undefined;
  }

  uidOf(user: string): number | undefined {
    return this.#users().ids.get(user) ?? idOf(this.#entry("passwd", user));
  }

  gidOf(group: string): number | undefined {
    return this.#groups().ids.get(group) ?? idOf(this.#entry("group", group));
  }

  userOf(uid: number): string | undefined {
    return this.#users().names.get(uid) ?? this.#entry("passwd", String(uid))?.[0];
  }

  groupOf(gid: number): string | undefined {
    return this.#groups().names.get(gid) ?? this.#entry("group", String(gid))?.[0];
  }

  /** The primary group of a user. */
  primaryGroupOf(uid: number): number | undefined {
    const name = this.userOf(uid);
    const line =
      lines(this.#read("passwd")).find((fields) => fields[0] === name) ?? this.#entry("passwd", String(uid));
    return line === undefined ? undefined : Number(line[3]);
  }

  #users(): Table {
    this.#passwd ??= table(this.#read("passwd"));
    return this.#passwd;
  }

  #groups(): Table {
    this.#group ??= table(this.#read("group"));
    return this.#group;
  }

  #read(file: string): string {
    try {
      return readFileSync(`${this.#directory}/${file}`, "utf8");
    } catch {
      return "";
    }
  }

  /** Ask the name service, when there is more to it than the files. */
  #entry(database: "passwd" | "group", key: string): string[] | undefined {
    this.#service ??= servedBeyondFiles(this.#read("nsswitch.conf"));
    if (!this.#service.has(database) || key === "" || key.startsWith("-")) return undefined;
    try {
      const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];
      return execFileSync("getent", [database, key], { encoding: "utf8", stdio }).trimEnd().split(":");
    } catch {
      return undefined;
    }
  }
}

function lines(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(":"));
}

/** The first of several lines with one name or number counts, as for getpwnam(3). */
function table(text: string): Table {
  const ids = new Map<string, number>();
  const names = new Map<number, string>();
  for (const [name, , id] of lines(text)) {
    if (name === undefined || id === undefined || id === "") continue;
    if (!ids.has(name)) ids.set(name, Number(id));
    if (!names.has(Number(id))) names.set(Number(id), name);
  }
  return { ids, names };
}

function idOf(entry: readonly string[] | undefined): number | undefined {
  return entry === undefined ? undefined : Number(entry[2]);
}

/** The databases of nsswitch.conf(5) that name a source other than local files. */
function servedBeyondFiles(conf: string): ReadonlySet<string> {
  const local = new Set(["files", "compat", "systemd", "altfiles"]);
  const beyond = new Set<string>();
  for (const line of conf.split("\n")) {
    const [database, sources] = line.replace(/#.*/, "").split(":");
    const words = (sources ?? "")
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "" && !word.startsWith("["));
    if (words.some((word) => !local.has(word))) beyond.add((database ?? "").trim());
  }
  return beyond;
}
