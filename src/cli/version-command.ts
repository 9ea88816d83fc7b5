import { VERSION, versionLine } from "../report/version.ts";
import { LIBRARIES, PROGRAM } from "./bundle/bill-of-materials.ts";
import type { Command } from "./command.ts";

export const version: Command = {
  name: "version",
  usage: "version [--json]",
  summary: "Tell the version of this program, and what is inside it",
  options: [{ name: "json", help: "Print the bill of materials, as CycloneDX 1.6 has it" }],
  settings: false,
  async run({ options, terminal }) {
    const text = options.switch("json")
      ? JSON.stringify(billOfMaterials(), undefined, 2)
      : versionLine(VERSION);
    terminal.out(`${text}\n`);
    return 0;
  },
};

/** The libraries of the program; and, in the standalone executable, Node.js with all that it was built from. */
function billOfMaterials(): object {
  const isStandalone = process.getBuiltinModule("node:sea").isSea();
  const { node, ...parts } = process.versions;
  const numbered = Object.entries(parts).filter(([name, value]) => name !== "modules" && value !== undefined);
  const runtime = [
    { type: "application", name: "node", version: node, purl: `pkg:generic/node@${node}` },
    ...(isStandalone ? numbered.map(([name, value]) => ({ type: "library", name, version: value })) : []),
  ];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: PROGRAM, properties: [{ name: "standalone", value: String(isStandalone) }] },
    components: [...LIBRARIES, ...runtime],
  };
}
