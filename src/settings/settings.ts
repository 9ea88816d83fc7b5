import { Failure } from "../diagnostics/failure.ts";
import type { LogEntry } from "../diagnostics/log.ts";
import type { Value } from "../values/value.ts";
import { checkSettings } from "./check-settings.ts";
import type { Section } from "./config-file.ts";
import { notesOn } from "./notes.ts";
import { PUPPET_SETTINGS } from "./puppet-settings.ts";
import type { Given, Raw, Setting } from "./setting.ts";
import { InvalidSetting, printedValue, typedValue } from "./types.ts";

/** What a setting is when nobody sets it; a function is asked when the value is needed. */
export type Default = string | ((settings: Settings) => string | undefined);

/** Where settings come from, the most important first. */
export interface SettingSources {
  readonly commandLine: Section;
  /** What environment.conf says, or what holds without it. */
  readonly environment?: Section | undefined;
  /** The sections of puppet.conf that count. */
  readonly sections?: readonly Section[] | undefined;
  /** All sections of puppet.conf, by name. */
  readonly file?: ReadonlyMap<string, Section> | undefined;
  /** In place of those of the table. */
  readonly defaults: Readonly<Record<string, Default>>;
}

/** Puppet's settings for one run, typed, with the names of others in them filled in (lib/puppet/settings.rb). */
export class Settings {
  readonly sources: SettingSources;
  readonly #values = new Map<string, Value>();
  readonly #open = new Set<string>();
  readonly #warnings: LogEntry[] = [];

  constructor(sources: SettingSources) {
    this.sources = sources;
  }

  /** These settings, as if the command line had some values. */
  with(values: Readonly<Record<string, Raw>>): Settings {
    const given = Object.entries(values).map(([name, value]) => [name, { value }] as const);
    return new Settings({ ...this.sources, commandLine: new Map([...this.sources.commandLine, ...given]) });
  }

  /** These settings, within an environment. */
  within(environment: Section | undefined): Settings {
    return new Settings({ ...this.sources, environment });
  }

  /** These settings, where nothing names the node. */
  named(certname: string, node: string): Settings {
    return new Settings({
      ...this.sources,
      defaults: { ...this.sources.defaults, certname, node_name_value: node },
    });
  }

  /** Fail when a value that counts is not of its type. */
  checked(): this {
    checkSettings(this);
    return this;
  }

  /** What there is to say of what was given: unknown names, what has no effect. */
  notes(): readonly LogEntry[] {
    return [...notesOn(this.sources), ...this.#warnings];
  }

  /** Whether the command line or a file sets it. */
  isSet(name: string): boolean {
    return this.given(name) !== undefined;
  }

  /** What the command line or a file says. */
  given(name: string): Given | undefined {
    const { commandLine, environment, sections = [] } = this.sources;
    for (const source of [commandLine, environment, ...sections]) {
      const given = source?.get(name);
      if (given !== undefined) return given;
    }
    return undefined;
  }

  /** The value as manifests see it: null when there is none. */
  value(name: string): Value {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const value = this.#converted(name);
    this.#values.set(name, value);
    return value;
  }

  /** The value as text; undefined when there is none. */
  get(name: string): string | undefined {
    const value = this.value(name);
    return value === null ? undefined : printedValue(value, setting(name).type);
  }

  /** The value as text, empty when there is none. */
  text(name: string): string {
    return this.get(name) ?? "";
  }

  isOn(name: string): boolean {
    return this.value(name) === true;
  }

  /** A number, or seconds. */
  number(name: string): number {
    return Number(this.value(name));
  }

  /** A list of directories separated by colons. */
  paths(name: string): string[] {
    return filled(this.text(name).split(":"));
  }

  /** A list of words separated by commas. */
  words(name: string): string[] {
    const value = this.value(name);
    return filled(Array.isArray(value) ? value.map(String) : this.text(name).split(/\s*,\s*/));
  }

  #converted(name: string): Value {
    const { type, of } = setting(name);
    const raw = this.#raw(name);
    if (raw === undefined) return null;
    // Not the name of a file: Puppet has a symbol here.
    if (name === "manifest" && raw === "no_manifest") return raw;
    const owner = type === "alias" ? of! : name;
    return typedValue(this.#filledIn(name, raw), owner, setting(owner));
  }

  #raw(name: string): Raw | undefined {
    const given = this.given(name)?.value;
    if (given !== undefined) return given;
    const { of, default: usual } = setting(name);
    if (of !== undefined) return this.#raw(of);
    const computed = this.sources.defaults[name] ?? usual;
    return typeof computed === "function" ? computed(this) : computed;
  }

  #filledIn(name: string, raw: Raw): Raw {
    if (typeof raw !== "string" || name === "code" || !raw.includes("$")) return raw;
    return raw.replace(/\$(?:(\w+)|\{(\w+)\})/g, (expression, bare?: string, braced?: string) => {
      const other = bare ?? braced!;
      if (other === "run_mode") return "user";
      if (other === "environment" && name !== "config_version") return this.#kept(name, raw, expression);
      return this.#other(other, name, expression);
    });
  }

  #kept(name: string, raw: string, expression: string): string {
    const message = `You cannot interpolate $environment within '${name}' when using directory environments. Its value will remain ${raw}.`;
    this.#warnings.push({ level: "warning", message });
    return expression;
  }

  #other(other: string, name: string, expression: string): string {
    const value = PUPPET_SETTINGS.has(other) && !this.#open.has(other) ? this.#within(name, other) : null;
    if (value !== null) return String(value);
    throw new InvalidSetting(
      `Error converting value for param '${name}': Could not find value for ${expression}`,
    );
  }

  /** The value of another setting, which must not be made of this one. */
  #within(name: string, other: string): Value {
    this.#open.add(name);
    try {
      return this.value(other);
    } finally {
      this.#open.delete(name);
    }
  }
}

function setting(name: string): Setting {
  const found = PUPPET_SETTINGS.get(name);
  if (found) return found;
  throw new Failure({ code: "UNKNOWN_SETTING", severity: "error", message: `Unknown setting ${name}` });
}

function filled(words: readonly string[]): string[] {
  return words.filter((word) => word !== "");
}
