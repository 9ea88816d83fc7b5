import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Appliers, Experiment } from "./experiment.ts";

const PROJECT = resolve(import.meta.dirname, "..");

/** The start alone: an empty manifest. */
export function start({ nostrings, puppet }: Appliers): Experiment {
  return {
    title: "An empty manifest",
    commands: {
      nostrings: nostrings("-e", ""),
      executable: [executable(), "apply", "-e", ""],
      node: [process.execPath, "-e", "0"],
      puppet: puppet("-e", ""),
    },
    promises: [
      { what: "`apply -e ''` to bare `node -e 0`", of: "nostrings", to: "node", atMost: 4 },
      { what: "executable `apply -e ''` to bare node", of: "executable", to: "node", atMost: 2.5 },
      { what: "`apply -e ''` to `puppet apply -e ''`", of: "nostrings", to: "puppet", atMost: 1 / 12 },
    ],
  };
}

/** The standalone executable, made anew when the program is newer. */
function executable(): string {
  const file = resolve(PROJECT, `dist/nostrings-linux-${process.arch}`);
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made < statSync(resolve(PROJECT, "dist/program.cjs")).mtimeMs) {
    execFileSync(process.execPath, ["scripts/build-standalone.ts"], { cwd: PROJECT, stdio: "inherit" });
  }
  return file;
}
