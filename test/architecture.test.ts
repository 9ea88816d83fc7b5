import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** All rooms of src/, lowest first: a file imports from its own room and from those before it (ARCHITECTURE.md). */
const ORDER = [
  ...[
    "diagnostics",
    "source",
    "syntax",
    "values",
    "settings",
    "formats",
    "types",
    "check",
    "machine",
    "modules",
    "catalog",
  ],
  ...[
    "secrets",
    "facts",
    "hiera",
    "evaluate",
    "functions",
    "ruby",
    "finish",
    "graph",
    "compile",
    "resources",
    "apply",
  ],
  ...["ledger", "report", "run", "bundle", "boot", "nostrings.ts", "cli", "main.ts", "launch"],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap(importsOf);

/** Every kind of import: of values, of types, for a side effect, and `import("...")`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const statements = text.matchAll(/^(?:import|export) (type )?(?:[^;"]*? from )?"(\.[^"]+\.ts)";/gms);
  const dynamic = text.matchAll(/\bimport()\(\s*"(\.[^"]+\.ts)"\s*\)/g);
  return [...statements, ...dynamic].map(([, type, to]) => ({
    from: file,
    to: relative(SRC, resolve(SRC, dirname(file), to!)),
    typeOnly: type !== undefined && type !== "",
  }));
}

/** The folder of a file, or the file itself where it stands at the root of src/. */
function room(file: string): string {
  return file.split("/", 1)[0]!;
}

function show({ from, to }: Import): string {
  return `${from} -> ${to}`;
}

describe("the architecture", () => {
  it("knows every room of src/", () => {
    expect([...new Set(files.map(room))].filter((name) => !ORDER.includes(name))).toEqual([]);
  });

  it("lets imports of every kind go down the order only", () => {
    const up = imports.filter(({ from, to }) => ORDER.indexOf(room(to)) > ORDER.indexOf(room(from)));
    expect(up.map(show)).toEqual([]);
  });

  it("has no cycle of imports that load code", () => {
    expect(cycles(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  // The keys of GnuPG 2 only come out of gpg itself, and the compiler waits for them; an editor needs the terminal.
  const COMMANDS_OF_SECRETS = ["secrets/openpgp/run-gpg.ts", "secrets/file/run-editor.ts"];

  it("runs commands only in machine/ and facts/, and for secrets", () => {
    const outside = files.filter((file) => {
      const allowed = ["machine", "facts"].includes(room(file)) || COMMANDS_OF_SECRETS.includes(file);
      return !allowed && /from "(node:child_process|execa)"/.test(readFileSync(join(SRC, file), "utf8"));
    });
    expect(outside).toEqual([]);
  });

  it("ends the process only in main.ts", () => {
    const enders = files.filter((file) =>
      /process\.(exit\(|exitCode)/.test(readFileSync(join(SRC, file), "utf8")),
    );
    expect(enders).toEqual(["main.ts"]);
  });

  it("has no barrel files and no files past 400 lines", () => {
    const barrels = files.filter((file) => /(^|\/)index\.ts$/.test(file));
    const long = files.filter((file) => readFileSync(join(SRC, file), "utf8").split("\n").length > 401);
    expect([...barrels, ...long]).toEqual([]);
  });
});

/** Every import that closes a cycle, found by depth-first search. */
function cycles(edges: readonly Import[]): string[] {
  const targets = Map.groupBy(edges, ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (file: string): void => {
    state.set(file, "open");
    for (const edge of targets.get(file) ?? []) {
      if (state.get(edge.to) === "open") found.push(show(edge));
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(file, "done");
  };
  for (const file of files) if (!state.has(file)) visit(file);
  return found;
}
