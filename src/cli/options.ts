import { parseArgs } from "node:util";
import { nearNames } from "../diagnostics/near.ts";
import { PUPPET_SETTINGS } from "../settings/puppet-settings.ts";
import { type Given, type Raw, rawValue, type SettingType } from "../settings/setting.ts";
import { InvalidSetting, typedValue } from "../settings/types.ts";
import { UsageError } from "./usage-error.ts";

/** An option of a command. Names are canonical: words joined by underscores, as Puppet's settings. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help, e.g. `FILE`; an option without one is a switch. */
  readonly value?: string;
  /** What the value must be, by default any text. */
  readonly type?: SettingType;
  /** A list option may be given several times. */
  readonly list?: boolean;
  readonly help: string;
}

/** The options given, by canonical name. */
export class Options {
  readonly #given: ReadonlyMap<string, readonly Given[]>;

  constructor(given: ReadonlyMap<string, readonly Given[]>) {
    this.#given = given;
  }

  /** Whether a switch is on; `undefined` when it was not given. */
  switch(name: string): boolean | undefined {
    const value = this.#last(name);
    return value === undefined ? undefined : value === true;
  }

  /** The value given last. */
  value(name: string): string | undefined {
    const value = this.#last(name);
    return typeof value === "string" ? value : undefined;
  }

  values(name: string): readonly string[] {
    return (this.#given.get(name) ?? []).map(({ value }) => String(value));
  }

  /** A number, or a duration in seconds, as its option's type reads it. */
  number(name: string, type: SettingType): number | undefined {
    const value = this.#last(name);
    return value === undefined ? undefined : Number(typedValue(value, name, { type, doc: "" }));
  }

  /** These options with some values in place of those given. */
  with(values: Readonly<Record<string, Raw>>): Options {
    const replaced = Object.entries(values).map(([name, value]): [string, Given[]] => [name, [{ value }]]);
    return new Options(new Map([...this.#given, ...replaced]));
  }

  /** These options but one. */
  without(name: string): Options {
    return new Options(new Map([...this.#given].filter(([other]) => other !== name)));
  }

  /** Some of these options. */
  only(...names: readonly string[]): Options {
    return new Options(new Map([...this.#given].filter(([name]) => names.includes(name))));
  }

  names(): Iterable<string> {
    return this.#given.keys();
  }

  /** What each option was given last. */
  given(): ReadonlyMap<string, Given> {
    return new Map([...this.#given].flatMap(([name, all]) => all.slice(-1).map((last) => [name, last])));
  }

  /** These options, and where they say nothing, others. */
  over(others: Options): Options {
    return new Options(new Map([...others.#given, ...this.#given]));
  }

  #last(name: string): Raw | undefined {
    return this.#given.get(name)?.at(-1)?.value;
  }
}

/** A command line taken apart. */
export interface Arguments {
  /** What is wrong with it; the options are those that are right. */
  readonly wrong?: UsageError | undefined;
  readonly options: Options;
  readonly positionals: readonly string[];
}

/**
 * Read a command's arguments as `puppet` does: hyphens and underscores are the same, a value follows `=` or a space,
 * `--no-x` turns a switch off, and every Puppet setting is a long option. What is wrong is given back, with near names.
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
  const given = new Map<string, Given[]>();
  const positionals: string[] = [];
  let wrong: UsageError | undefined;
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const value = optionValue(token, known);
    if (value instanceof UsageError) wrong ??= value;
    else given.set(token.name, [...(given.get(token.name) ?? []), { value }]);
  }
  return { options: new Options(given), positionals, wrong };
}

/**
 * The options of a file of `name = value` lines, checked like those of a command line; `true` and `false` turn
 * switches on and off.
 */
export function givenOptions(
  lines: readonly (readonly [name: string, given: Given])[],
  specs: readonly OptionSpec[],
): Options {
  const known = knownOptions(specs, true);
  const given = lines.map(([name, one]) => fileOption(name.replaceAll("-", "_"), one, known));
  const grouped = Map.groupBy(given, ([name]) => name);
  return new Options(new Map([...grouped].map(([name, all]) => [name, all.map(([, one]) => one)])));
}

function fileOption(name: string, { value, place }: Given, known: Known): [name: string, given: Given] {
  const kind = known.get(name);
  if (!kind) throw new UsageError(`invalid option: ${name}${nearOptions(name, known)}`, place);
  const isText = kind.own !== undefined && kind.type === "string";
  const read = isText || typeof value === "boolean" ? value : rawValue(value);
  const trouble = valueTrouble(kind.own, name, read);
  if (trouble) throw new UsageError(trouble.message, place);
  return [name, { value: read, place }];
}

/** How an option is read: `own` is the type of one that is no setting of Puppet, which is checked at once. */
interface OptionKind {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly own?: SettingType;
}

type Known = ReadonlyMap<string, OptionKind>;

function knownOptions(specs: readonly OptionSpec[], settings: boolean): Known {
  const known = new Map<string, OptionKind>();
  if (settings) {
    const taken = new Set(specs.map(({ short }) => short));
    for (const [name, { type, short }] of PUPPET_SETTINGS)
      known.set(name, kindOf(type, taken.has(short) ? undefined : short));
  }
  for (const { name, short, value, type = value === undefined ? "boolean" : "string" } of specs) {
    const isSetting = settings && value === undefined && PUPPET_SETTINGS.get(name)?.type === type;
    known.set(name, isSetting ? kindOf(type, short) : { ...kindOf(type, short), own: type });
  }
  return known;
}

function kindOf(type: SettingType, short: string | undefined): OptionKind {
  return { type: type === "boolean" ? "boolean" : "string", ...(short === undefined ? {} : { short }) };
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

/** A switch has no value and everything else has one; settings are read as in puppet.conf. */
function optionValue(token: OptionToken, known: Known): Raw | UsageError {
  const { name, value, rawName } = token;
  const kind = known.get(name);
  const isOff = rawName.startsWith("--no-");
  if (!kind || (isOff && kind.type === "string")) return unknownOption(token, known);
  if (kind.type === "boolean") {
    if (value === undefined) return !isOff;
    return new UsageError(`Could not parse application options: needless argument: ${rawName}=${value}`);
  }
  if (value === undefined) return new UsageError(`${rawName} needs a value`);
  return valueTrouble(kind.own, name, value) ?? (kind.own === undefined ? rawValue(value) : value);
}

function valueTrouble(type: SettingType | undefined, name: string, value: Raw): UsageError | undefined {
  try {
    if (type !== undefined) typedValue(value, name, { type, doc: "" });
    return undefined;
  } catch (error) {
    if (error instanceof InvalidSetting) return new UsageError(error.message);
    throw error;
  }
}

function unknownOption({ name, rawName }: OptionToken, known: Known): UsageError {
  return new UsageError(`invalid option: ${rawName}${nearOptions(name, known)}`);
}

function nearOptions(name: string, known: Known): string {
  const near = nearNames(name, known.keys());
  return near.length === 0 ? "" : `. Did you mean ${near.map((one) => `--${one}`).join(" or ")}?`;
}
