import { Failure } from "../diagnostics/failure.ts";
import type { Terminal } from "../report/terminal.ts";
import { configured } from "../run/site.ts";
import { PUPPET_SETTINGS } from "../settings/puppet-settings.ts";
import type { Settings } from "../settings/settings.ts";
import type { Options } from "./options.ts";
import { settingsOf } from "./settings.ts";

/** Print settings when a command line wants nothing else; gives the exit code, undefined when it wants something else. */
export function printedInstead(options: Options, terminal: Terminal): number | undefined {
  const names = options.value("configprint");
  const isConfig = options.switch("genconfig") === true;
  if ((names ?? "") === "" && !isConfig) return undefined;
  const settings = withinOwn(settingsOf(options));
  if (names === undefined || names === "") terminal.out(configText(settings));
  else return printedNames(names, settings, terminal);
  return 0;
}

function printedNames(wanted: string, settings: Settings, terminal: Terminal): number {
  const names = wanted === "all" ? [...PUPPET_SETTINGS.keys()] : wanted.split(/\s*,\s*/);
  const unknown = names.find((name) => !PUPPET_SETTINGS.has(name));
  terminal.out(unknown === undefined ? settingLines(names, settings) : `invalid setting: ${unknown}\n`);
  return unknown === undefined ? 0 : 1;
}

/** A puppet.conf with every setting: what is not as usual counts, the others are comments. */
function configText(settings: Settings): string {
  const parts = [...PUPPET_SETTINGS].map(([name, { doc, default: usual = "" }]) => {
    const value = settings.text(name);
    const isUsual = !settings.isSet(name) || name === "genconfig";
    const told = usual === "" ? "" : `    # The default value is '${usual}'.\n`;
    return `    # ${doc}\n${told}    ${isUsual ? "# " : ""}${name} = ${isUsual ? usual : value}\n`;
  });
  return `# Every setting of Puppet, as it is by the command line and puppet.conf.\n\n[user]\n${parts.join("\n")}`;
}

/** The values of settings as `puppet config print` shows them; a name that it does not know has none. */
export function settingLines(names: readonly string[], settings: Settings): string {
  const text = (name: string) => (PUPPET_SETTINGS.has(name) ? settings.text(name) : "");
  const [only, ...more] = new Set(names);
  if (only !== undefined && more.length === 0) return `${text(only)}\n`;
  const lines = [...new Set(names)].sort().map((name) => `${name} = ${text(name)}\n`);
  return lines.join("");
}

/** Settings with what their environment says; without it when it is not there. */
export function withinOwn(settings: Settings): Settings {
  try {
    return settings.within(configured(settings).settings);
  } catch (error) {
    if (error instanceof Failure && error.issue.code === "NO_ENVIRONMENT") return settings;
    throw error;
  }
}
