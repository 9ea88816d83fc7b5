import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Options } from "./options.ts";
import { readPuppetConf } from "./puppet-conf.ts";

/** Puppet's settings for one run: the command line over puppet.conf over defaults, `$name` in values filled in. */
export class Settings {
  readonly #options: Options;
  readonly #file: ReadonlyMap<string, string>;
  readonly #defaults: Readonly<Record<string, string>>;

  constructor(options: Options) {
    this.#options = options;
    this.#defaults = defaults();
    this.#file = readPuppetConf(this.text("confdir"));
  }

  /** Whether the command line or puppet.conf sets it. */
  isSet(name: string): boolean {
    return this.#set(name) !== undefined;
  }

  /** The value, or undefined when it has none. */
  get(name: string): string | undefined {
    const raw = this.#set(name) ?? this.#defaults[name];
    return raw?.replace(/\$\{?(\w+)\}?/g, (whole, other: string) =>
      other === name ? whole : (this.get(other) ?? whole),
    );
  }

  /** The value of a setting that always has one. */
  text(name: string): string {
    return this.get(name) ?? "";
  }

  isOn(name: string): boolean {
    return this.get(name) === "true";
  }

  /** A list of directories separated by colons. */
  paths(name: string): string[] {
    return this.text(name)
      .split(":")
      .filter((path) => path !== "");
  }

  /** A list of words separated by commas. */
  words(name: string): string[] {
    return this.text(name)
      .split(/\s*,\s*/)
      .filter((word) => word !== "");
  }

  #set(name: string): string | undefined {
    const on = this.#options.switch(name);
    return this.#options.value(name) ?? (on === undefined ? undefined : String(on)) ?? this.#file?.get(name);
  }
}

/** Where things are: Puppet's own directories when they are there, so that an existing site is found as it is. */
function defaults(): Readonly<Record<string, string>> {
  const root = process.getuid?.() === 0;
  const home = homedir();
  const state = process.env.XDG_STATE_HOME ?? join(home, ".local/state");
  const runtime = process.env.XDG_RUNTIME_DIR;
  return {
    confdir: root
      ? firstDirectory("/etc/nostrings", "/etc/puppetlabs/puppet", "/etc/puppet")
      : join(home, ".puppetlabs/etc/puppet"),
    codedir: root
      ? firstDirectory("/etc/puppetlabs/code", "/etc/puppet/code")
      : join(home, ".puppetlabs/etc/code"),
    vardir: root ? "/var/lib/nostrings" : join(state, "nostrings"),
    rundir: root ? "/run/nostrings" : join(runtime ?? state, "nostrings"),
    statedir: "$vardir/state",
    logdir: "$vardir/log",
    lastrunfile: "$statedir/last_run_summary.yaml",
    classfile: "$statedir/classes.txt",
    resourcefile: "$statedir/resources.txt",
    lastrunreport: "$statedir/last_run_report.json",
    environment: "production",
    environmentpath: "$codedir/environments",
    basemodulepath: root ? "$codedir/modules:/usr/share/puppet/modules" : "$codedir/modules",
    strict: "warning",
    strict_variables: "false",
    noop: "false",
    show_diff: "false",
    color: "ansi",
    log_level: "notice",
    ordering: "manifest",
    digest_algorithm: "sha256",
    rich_data: "true",
    tasks: "false",
  };
}

/** The first that exists, else the first. */
function firstDirectory(...candidates: [string, ...string[]]): string {
  return candidates.find((path) => existsSync(path)) ?? candidates[0];
}
