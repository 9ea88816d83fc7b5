import type { Host } from "../../src/facts/host.ts";

/** A machine described by its files and by what its commands print. */
export interface MadeUp {
  readonly files?: Readonly<Record<string, string>>;
  readonly commands?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly hostname?: string;
  readonly machine?: string;
  readonly addresses?: ReturnType<Host["addresses"]>;
  /** Bodies by URL. */
  readonly web?: Readonly<Record<string, string>>;
  readonly sizes?: Readonly<Record<string, ReturnType<Host["sizeOf"]>>>;
}

/** A host that has nothing but what is described; `warnings` and `read` note what was said and looked at. */
export function madeUpHost(made: MadeUp): Host & { warnings: string[]; looked: string[] } {
  const files = made.files ?? {};
  const paths = Object.keys(files);
  const warnings: string[] = [];
  const looked: string[] = [];
  const below = (folder: string) => paths.filter((path) => path.startsWith(`${folder}/`));
  return {
    warnings,
    looked,
    env: made.env ?? {},
    hostname: made.hostname ?? "web1",
    system: { name: "Linux", release: "6.1.0-37-amd64", machine: made.machine ?? "x86_64" },
    user: { uid: 0n, gid: 0n, name: "root" },
    read: (path) => {
      looked.push(path);
      return files[path];
    },
    list: (folder) =>
      [...new Set(below(folder).map((path) => path.slice(folder.length + 1).split("/")[0]!))].sort(),
    exists: (path) => path in files || below(path).length > 0,
    isDirectory: (path) => below(path).length > 0,
    isExecutable: (path) => path in (made.commands ?? {}),
    which: (command) =>
      Object.keys(made.commands ?? {}).some((line) => line.split(" ")[0] === command) ? command : undefined,
    run: (command, args) => {
      const out = made.commands?.[[command, ...args].join(" ")];
      looked.push(command);
      return out === undefined ? undefined : { out, err: "" };
    },
    sizeOf: (path) => made.sizes?.[path],
    addresses: () => made.addresses ?? {},
    http: (requests) =>
      requests.map(({ url }) => {
        looked.push(url);
        return made.web?.[url];
      }),
    warn: (message) => void warnings.push(message),
  };
}
