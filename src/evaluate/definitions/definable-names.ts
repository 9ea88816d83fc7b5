import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../modules/environment.ts";

const FOLDERS = { class: "manifests", define: "manifests", function: "functions", type: "types" } as const;

/** The names that files of modules promise to define, without reading them; only asked for when a name is wrong. */
export function* definableNames(kind: keyof typeof FOLDERS, environment: Environment): Iterable<string> {
  for (const module of environment.modules()) {
    const root = join(module.path, FOLDERS[kind]);
    if (!existsSync(root)) continue;
    for (const file of readdirSync(root, { recursive: true }) as string[]) {
      if (!file.endsWith(".pp")) continue;
      const parts = file.slice(0, -3).split("/");
      yield file === "init.pp" ? module.name : [module.name, ...parts].join("::");
    }
  }
}
