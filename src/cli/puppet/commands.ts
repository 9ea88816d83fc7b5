import type { CommandEntry } from "../commands.ts";

/** Commands that only the name `puppet` has, with Puppet's words for them. */
export const PUPPET_COMMANDS: readonly CommandEntry[] = [
  {
    name: "config print",
    summary: "Print settings",
    load: async () => (await import("./config.ts")).configPrint,
  },
  {
    name: "facts",
    summary: "Print facts as JSON",
    load: async () => (await import("./facts.ts")).puppetFacts,
  },
  {
    name: "resource",
    summary: "Print resources of this machine as code, and change them",
    load: async () => (await import("./resource.ts")).resource,
  },
  {
    name: "epp render",
    summary: "Render templates",
    load: async () => (await import("./epp.ts")).eppRender,
  },
  {
    name: "epp validate",
    summary: "Check the syntax of templates",
    load: async () => (await import("./epp.ts")).eppValidate,
  },
  {
    name: "module list",
    summary: "List the modules that are installed",
    load: async () => (await import("./module.ts")).moduleList,
  },
];

/** Words of Puppet that are one of ours. */
const RENAMED: Readonly<Record<string, string>> = {
  "parser validate": "validate",
  "catalog compile": "compile",
  "facts show": "facts",
  "facts find": "facts",
};

/** Puppet's command line with the command, of one word or two, as its first argument. */
export function fromPuppet(argv: readonly string[]): readonly string[] {
  const [first, second, ...rest] = argv;
  const both = `${first} ${second}`;
  if (RENAMED[both] !== undefined) return [RENAMED[both], ...rest];
  return PUPPET_COMMANDS.some(({ name }) => name === both) ? [both, ...rest] : argv;
}
