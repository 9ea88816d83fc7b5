import { readdirSync } from "node:fs";
import knownTypes from "../../src/catalog/resource-types/builtin.json" with { type: "json" };
import { rulesOf } from "../../src/check/rules.ts";
import { handlers } from "../../src/evaluate/handlers.ts";
import { builtinFunctions } from "../../src/functions/builtin-functions.ts";
import { stdlibFunctions } from "../../src/functions/stdlib-functions.ts";
import { findType, typeNames } from "../../src/resources/types.ts";
import { builtinTypeNames, CORE_RESOURCE_TYPES } from "../../src/types/builtin-types.ts";

/** What a run of Puppet's own suite gave; of its text only the ids of examples are kept. */
export interface FailingExamples {
  readonly examples: number;
  readonly passed: number;
  readonly strong: number;
  readonly strongPassed: number;
  readonly failing: readonly { readonly id: string; readonly reason: string }[];
}

/** Constructs that mean less here than to Puppet. */
const PARTLY: Readonly<Record<string, string>> = {
  ApplyExpression: "read and checked; there are no plans to run it in",
  PlanDefinition: "read and checked; there are no plans",
  TypeMapping: "read and checked; there is no Ruby to map to",
};

/** Functions of the stdlib module that are not there. */
const MISSING_OF_STDLIB = ["pry", "validate_augeas"];

/** The whole document. */
export function compatibility(examples: FailingExamples): string {
  const parts = [HEAD, constructs(), checks(), functions(), types(), resourceTypes(), suite(examples)];
  return `${parts.join("\n\n")}\n`;
}

const HEAD = `# What of Puppet is covered

Written by \`node scripts/generate-compatibility.ts\` from the program's own tables; what is different on purpose is in
[differences.md](differences.md).`;

function constructs(): string {
  const rows = Object.keys(handlers)
    .sort()
    .map((kind) => [
      code(kind),
      PARTLY[kind] ?? "yes",
      String(rulesOf(kind as keyof typeof handlers).length),
    ]);
  return `## Constructs of the language\n\n${table(["construct", "evaluated", "rules that check it"], rows)}`;
}

function checks(): string {
  const folder = new URL("../../src/check/rules/", import.meta.url);
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, "").replaceAll("-", " "));
  return `## Rules of the static check\n\n${names.sort().join(", ")}.`;
}

function functions(): string {
  const missing = MISSING_OF_STDLIB.map(code).join(" and ");
  return [
    `## Functions`,
    `### Of Puppet: all ${builtinFunctions.size}`,
    codes(builtinFunctions.keys()),
    `### Of the module stdlib (8.5 and 9.7), which are written in Ruby there: ${stdlibFunctions.size}`,
    `Each is known when the stdlib on the modulepath has it, and runs here while the content of its file is one that it was checked against (src/functions/stdlib-files.json has their digests, releases 4.0 to 9.7); other releases' and patched files run as Ruby. ${missing} are not written here.`,
    codes(stdlibFunctions.keys()),
    "Functions that other modules bring in Ruby fail when they are called, and name the file.",
  ].join("\n\n");
}

function types(): string {
  const resources = new Set(CORE_RESOURCE_TYPES);
  const names = builtinTypeNames().filter((name) => !resources.has(name));
  return `## Data types: ${names.length}\n\n${codes(names)}`;
}

function resourceTypes(): string {
  const rows = [...typeNames()].sort().map((name) => {
    const { settings, state, providers } = findType(name)!;
    const attributes = [...Object.keys(state), ...Object.keys(settings)].sort();
    const known = Object.entries(knownTypes.types).find(([type]) => type === name)?.[1].attributes ?? [];
    const missing = known.filter((each) => !attributes.includes(each) && !ALWAYS.has(each));
    return [code(name), providers.map((one) => one.name).join(", "), codes(attributes), codes(missing)];
  });
  const covered = new Set(typeNames());
  const others = Object.keys(knownTypes.types).filter((name) => !covered.has(name) && !INTERNAL.has(name));
  return [
    "## Resource types",
    table(["type", "providers", "attributes", "attributes of Puppet's that are not applied"], rows),
    `Known to the compiler, so that catalogs with them compile, but without a provider: ${codes(others)}.`,
  ].join("\n\n");
}

const ALWAYS: ReadonlySet<string> = new Set(["name", "provider"]);
const INTERNAL: ReadonlySet<string> = new Set(["component", "stage", "whit"]);

function suite({ examples, passed, strong, strongPassed, failing }: FailingExamples): string {
  const share = ((100 * strongPassed) / strong).toFixed(1);
  return [
    "## Puppet's own examples",
    `Measured with those of Puppet 7.23's own examples of the language, its types, functions and layered data that
development goes by. Examples that need a Ruby interpreter are not among them. Of ${strong} that assert more than an
absence ${strongPassed} pass (${share} %), of all ${examples} with the others ${passed}. These fail:`,
    table(
      ["example", "because"],
      failing.map(({ id, reason }) => [code(id), reason]),
    ),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function codes(names: Iterable<string>): string {
  return [...names].sort().map(code).join(" ");
}

function code(text: string): string {
  return `\`${text}\``;
}
