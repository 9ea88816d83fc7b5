import { writeYaml } from "../../formats/yaml/write-yaml.ts";
import { LinuxMachine } from "../../machine/linux.ts";
import { findType } from "../../resources/types.ts";
import { machineFacts } from "../../run/machine-facts.ts";
import { resourceHost } from "../../run/resource-host.ts";
import { openEnvironment } from "../../run/site.ts";
import { fromPlain } from "../../values/plain.ts";
import { ApplyRun } from "../apply/run.ts";
import type { Command, Invocation } from "../command.ts";
import { factsGiven } from "../facts/fact-options.ts";
import { settingsOf } from "../settings.ts";
import { type ResourceState, statesOf } from "./resource-state.ts";

export const resource: Command = {
  name: "resource",
  usage: "resource TYPE [NAME [ATTRIBUTE=VALUE...]]",
  summary: "Print resources of this machine as code; attributes given are changed before",
  options: [
    { name: "to_yaml", short: "y", help: "Print YAML" },
    { name: "fail", short: "f", help: "End with 1 when something could not be changed" },
    { name: "verbose", short: "v", help: "Tell more" },
    { name: "debug", short: "d", help: "Tell everything" },
  ],
  settings: true,
  async run(invocation) {
    try {
      return await printed(invocation);
    } catch (error) {
      invocation.terminal.err(`Error: Could not run: ${(error as Error).message}\n`);
      return 1;
    }
  },
};

async function printed(invocation: Invocation): Promise<number> {
  const [typeName, title, ...changes] = invocation.positionals;
  if (typeName === undefined) throw new Error("You must specify the type to display");
  const type = findType(typeName);
  if (type === undefined) throw new Error(`Could not find type ${typeName}`);
  const wanted = changes.map(attribute);
  const code =
    wanted.length > 0 && title !== undefined ? await changed(type.name, title, wanted, invocation) : 0;
  const machine = new LinuxMachine();
  const { options, terminal } = invocation;
  const settings = settingsOf(options);
  const { facts } = machineFacts(
    factsGiven(options),
    settings,
    openEnvironment(undefined, settings),
    () => {},
  );
  const host = resourceHost(facts, machine);
  const states = await statesOf(type, title, { machine, host });
  const shown =
    wanted.length === 0 ? states : states.map((state) => state.only(wanted.map(([name]) => name)));
  terminal.out(
    options.switch("to_yaml")
      ? resourceYaml(type.name, shown)
      : shown.map((s) => resourceText(type.name, s)).join(""),
  );
  return options.switch("fail") ? code : 0;
}

type Attribute = readonly [name: string, value: string];

function attribute(word: string): Attribute {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(word) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Invalid parameter setting ${word}`);
  return [name, value];
}

/** Apply the resource alone; the words are those of a resource outside of any class. */
async function changed(
  type: string,
  title: string,
  wanted: readonly Attribute[],
  invocation: Invocation,
): Promise<number> {
  const attributes = wanted.map(([name, value]) => `${name} => ${quoted(value)}`);
  const execute = `${type} { ${quoted(title)}: ${attributes.join(", ")} }`;
  const { terminal, options } = invocation;
  const bare = (write: (text: string) => void) => (text: string) => {
    if (!/(Compiled|Applied) catalog/.test(text)) write(text.replace("/Stage[main]/Main/", "/"));
  };
  const quiet = { ...terminal, out: bare(terminal.out), err: bare(terminal.err) };
  const given = options.with({ execute, detailed_exitcodes: true });
  const code = await new ApplyRun({ ...invocation, options: given, positionals: [], terminal: quiet }).run();
  return code === 0 || code === 2 ? 0 : 1;
}

/** A resource as code, its arrows in a column. */
export function resourceText(type: string, { title, attributes }: ResourceState): string {
  const width = Math.max(...[...attributes.keys()].map(({ length }) => length));
  const lines = [...attributes].map(([name, value]) => `  ${name.padEnd(width)} => ${shown(value)},\n`);
  return `${type} { ${quoted(title)}:\n${lines.join("")}}\n`;
}

/** Resources as data for Hiera. */
export function resourceYaml(type: string, states: readonly ResourceState[]): string {
  const byTitle = states.map(({ title, attributes }) => [title, Object.fromEntries(attributes)] as const);
  return writeYaml(fromPlain({ [type]: Object.fromEntries(byTitle) }));
}

/** A text in single quotes of the language. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : quoted(String(value));
}
