import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** The pipeline, left to right: a stage may import what stands before it. */
const STAGES = ["source", "syntax", "check", "evaluate", "catalog", "order", "apply", "report"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const statements = text.matchAll(/^(?:import|export) (type )?[^;]*?from "(\.[^"]+\.ts)";/gms);
  return [...statements].map(([, type, to]) => ({
    from: file,
    to: relative(SRC, resolve(SRC, dirname(file), to!)),
    typeOnly: type !== undefined,
  }));
}

function folder(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : "";
}

function show({ from, to }: Import): string {
  return `${from} -> ${to}`;
}

describe("the architecture", () => {
  it("lets values flow down the pipeline only", () => {
    const against = imports.filter(({ from, to, typeOnly }) => {
      const [a, b] = [STAGES.indexOf(folder(from)), STAGES.indexOf(folder(to))];
      return !typeOnly && a >= 0 && b > a;
    });
    expect(against.map(show)).toEqual([]);
  });

  it("has no cycle of imports that load code", () => {
    expect(cycles(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  // The keys of GnuPG 2 only come out of gpg itself, and the compiler waits for them; an editor needs the terminal.
  const COMMANDS_OF_SECRETS = ["secrets/openpgp/run-gpg.ts", "secrets/file/run-editor.ts"];

  it("runs commands only in machine/ and facts/, and for secrets", () => {
    const outside = files.filter((file) => {
      const allowed = ["machine", "facts"].includes(folder(file)) || COMMANDS_OF_SECRETS.includes(file);
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
