import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Environment, Module } from "../../modules/environment.ts";
import { openEnvironment } from "../../run/site.ts";
import type { Command } from "../command.ts";
import { settingsOf } from "../settings.ts";

export const moduleList: Command = {
  name: "module list",
  usage: "module list",
  summary: "List the modules of each directory of the modulepath, with their versions",
  options: [{ name: "tree", help: "Accepted for Puppet's sake; has no effect" }],
  settings: true,
  async run({ options, terminal }) {
    const environment = openEnvironment(undefined, settingsOf(options));
    const folders = environment.modulepath.filter((folder) => existsSync(folder));
    terminal.out(folders.map((folder) => listed(folder, environment)).join(""));
    return 0;
  },
};

function listed(folder: string, environment: Environment): string {
  const modules = environment.modules().filter(({ path }) => dirname(path) === folder);
  if (modules.length === 0) return `${folder} (no modules installed)\n`;
  const names = modules.map(nameAndVersion).sort();
  const lines = names.map((name, index) => `${index === names.length - 1 ? "└──" : "├──"} ${name}\n`);
  return `${folder}\n${lines.join("")}`;
}

/** A module without metadata has a name, and nobody knows its version. */
function nameAndVersion({ name, metadata }: Module): string {
  const { name: full, version } = metadata ?? {};
  if (typeof full !== "string") return `${name} (???)`;
  return `${full.replace("/", "-")} (${typeof version === "string" ? `v${version}` : "???"})`;
}
