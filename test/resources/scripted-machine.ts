import type { Command, CommandResult } from "../../src/machine/command.ts";
import type { FileStat } from "../../src/machine/file-stat.ts";
import type { Machine } from "../../src/machine/machine.ts";

/** A machine described by its files and by what commands answer; every other command succeeds and says nothing. */
export interface Script {
  readonly files?: Readonly<Record<string, string>>;
  /** Output by command line, or exit code and output. */
  readonly commands?: Readonly<Record<string, string | readonly [code: number, output: string]>>;
  /** Names found on the search path. */
  readonly programs?: readonly string[];
}

/** Notes what was run; standard input stands after `<`. */
export function scriptedMachine(script: Script): Machine & { readonly ran: string[] } {
  const files = new Map(Object.entries(script.files ?? {}));
  const ran: string[] = [];
  const below = (path: string) => [...files.keys()].filter((file) => file.startsWith(`${path}/`));
  const stat = (path: string): FileStat | undefined => {
    const kind = files.has(path) ? "file" : below(path).length > 0 ? "directory" : undefined;
    const size = files.get(path)?.length ?? 0;
    return kind && { kind, mode: 0o755, uid: 0, gid: 0, size, mtime: 0, ctime: 0 };
  };
  const id = (file: string, name: string, from: number, to: number): string | undefined =>
    files
      .get(file)
      ?.split("\n")
      .map((line) => line.split(":"))
      .find((fields) => fields[from] === name)?.[to];
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const refuse = (): never => {
    throw new Error("not on a scripted machine");
  };
  return {
    ran,
    lstat: stat,
    stat,
    readFile: (path) => Buffer.from(files.get(path) ?? refuse()),
    readdir: (path) => [...new Set(below(path).map((file) => file.slice(path.length + 1).split("/")[0]!))],
    digest: refuse,
    readlink: refuse,
    replaceFile: refuse,
    copy: refuse,
    mkdir: refuse,
    symlink: refuse,
    unlink: refuse,
    removeTree: refuse,
    askWeb: refuse,
    chmod: refuse,
    chown: refuse,
    async run({ argv, input }: Command): Promise<CommandResult> {
      const line = argv.join(" ");
      ran.push(input === undefined ? line : `${line} <${input}`);
      const answer = script.commands?.[line] ?? "";
      const [code, output] = typeof answer === "string" ? [0, answer] : answer;
      return { code, output, errors: "", timedOut: false };
    },
    which: (name) => (script.programs?.includes(name) ? `/usr/bin/${name}` : undefined),
    executable: (path) => files.has(path),
    sleep: async () => {},
    root: true,
    uid: 0,
    uidOf: (name) => number(id("/etc/passwd", name, 0, 2)),
    gidOf: (name) => number(id("/etc/group", name, 0, 2)),
    userOf: (uid) => id("/etc/passwd", String(uid), 2, 0),
    groupOf: (gid) => id("/etc/group", String(gid), 2, 0),
  };
}
