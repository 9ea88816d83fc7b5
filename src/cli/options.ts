import { parseArgs } from "node:util";
import { nearNames } from "../diagnostics/near.ts";
import { BOOLEAN_SETTINGS, VALUE_SETTINGS } from "./puppet-settings.ts";
import { UsageError } from "./usage-error.ts";

/** An option of a command. Names are canonical: words joined by underscores, as Puppet's settings. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help, e.g. `FILE`; an option without one is a switch. */
  readonly value?: string;
  /** A list option may be given several times. */
  readonly list?: boolean;
  readonly help: string;
}

/** The options given, by canonical name. */
export class Options {
  readonly #given: ReadonlyMap<string, readonly (string | boolean)[]>;

  constructor(given: ReadonlyMap<string, readonly (string | boolean)[]>) {
    this.#given = given;
  }

  /** Whether a switch is on; `undefined` when it was not given. */
  switch(name: string): boolean | undefined {
    const value = this.#given.get(name)?.at(-1);
    return value === undefined ? undefined : value === true || value === "true";
  }

  /** The value given last. */
  value(name: string): string | undefined {
    const value = this.#given.get(name)?.at(-1);
    return typeof value === "string" ? value : undefined;
  }

  values(name: string): readonly string[] {
    return (this.#given.get(name) ?? []).filter((value) => typeof value === "string");
  }

  /** These options with some values in place of those given. */
  with(values: Readonly<Record<string, string | boolean>>): Options {
    const replaced = Object.entries(values).map(([name, value]) => [name, [value]] as const);
    return new Options(new Map([...this.#given, ...replaced]));
  }

  names(): Iterable<string> {
    return this.#given.keys();
  }

  /** These options, and where they say nothing, others. */
  over(others: Options): Options {
    return new Options(new Map([...others.#given, ...this.#given]));
  }
}

/** A command line taken apart. */
export interface Arguments {
  readonly options: Options;
  readonly positionals: readonly string[];
}

/**
 * Read a command's arguments as `puppet` does: hyphens and underscores are the same, a value follows `=` or a space,
 * `--no-x` turns a switch off, and every Puppet setting is a long option. Unknown names fail with near ones.
 */
export function parseArguments(
  argv: readonly string[],
  specs: readonly OptionSpec[],
  settings: boolean,
): Arguments {
  const known = knownOptions(specs, settings);
  const tokens = tokenize(
    argv.map((word) => canonical(word, known)),
    known,
  );
  const given = new Map<string, (string | boolean)[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind === "option") remember(given, known, token);
  }
  return { options: new Options(given), positionals };
}

interface OptionKind {
  readonly type: "string" | "boolean";
  readonly short?: string;
}

type Known = ReadonlyMap<string, OptionKind>;

function knownOptions(specs: readonly OptionSpec[], settings: boolean): Known {
  const known = new Map<string, { type: "string" | "boolean"; short?: string }>();
  if (settings) {
    for (const name of BOOLEAN_SETTINGS) known.set(name, { type: "boolean" });
    for (const name of VALUE_SETTINGS) known.set(name, { type: "string" });
  }
  for (const { name, short, value } of specs) {
    known.set(name, {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
    });
  }
  return known;
}

/** A long option with the hyphens of its name as underscores: `--no-show-diff` becomes `--no-show_diff`. */
function canonical(word: string, known: Known): string {
  const match = /^--([A-Za-z][\w-]*)(=.*)?$/s.exec(word);
  if (!match) return word;
  const name = match[1]!.replaceAll("-", "_");
  const off = name.startsWith("no_") && !known.has(name);
  return `--${off ? `no-${name.slice(3)}` : name}${match[2] ?? ""}`;
}

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

function tokenize(args: string[], known: Known): Token[] {
  return parseArgs({
    args,
    options: Object.fromEntries(mentioned(args, known)),
    strict: false,
    allowNegative: true,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** The options that may stand on a command line: looking through all of Puppet's settings takes longer than reading it. */
function mentioned(args: readonly string[], known: Known): [string, OptionKind][] {
  const names = new Set(args.map((word) => /^--(?:no-)?(\w+)/.exec(word)?.[1]));
  return [...known].filter(([name, { short }]) => short !== undefined || names.has(name));
}

function remember(given: Map<string, (string | boolean)[]>, known: Known, token: OptionToken): void {
  const spec = known.get(token.name);
  if (!spec) throw unknownOption(token, known);
  if (spec.type === "string" && token.value === undefined) {
    throw new UsageError(`${token.rawName} needs a value`);
  }
  const off = token.rawName.startsWith("--no-");
  const value = token.value ?? !off;
  given.set(token.name, [...(given.get(token.name) ?? []), value]);
}

function unknownOption(token: OptionToken, known: Known): UsageError {
  const near = nearNames(token.name, known.keys());
  const hint = near.length === 0 ? "" : ` Did you mean ${near.map((name) => `--${name}`).join(" or ")}?`;
  return new UsageError(`invalid option: ${token.rawName}.${hint}`);
}
