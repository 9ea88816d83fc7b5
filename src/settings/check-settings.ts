import { Failure } from "../diagnostics/failure.ts";
import type { Value } from "../values/value.ts";
import { PUPPET_SETTINGS } from "./puppet-settings.ts";
import type { Settings } from "./settings.ts";
import { InvalidSetting } from "./types.ts";

/** What a value must be besides being of its type: the hooks of Puppet's defaults.rb. */
const RULES: Readonly<Record<string, (value: Value, settings: Settings) => string | undefined>> = {
  certname: (value) =>
    String(value) === String(value).toLowerCase() ? undefined : "Certificate names must be lower case",
  color: (value) => (value === "html" ? "color: html is not supported here: ansi or false" : undefined),
  disable_warnings: unknownWarnings,
  genmanifest: (value) => (value ? "genmanifest: Puppet's own directories are not managed here" : undefined),
  node_terminus: unknownTerminus,
  supported_checksum_types: unknownChecksums,
  node_name_fact: twoNames,
};

const WARNINGS = ["deprecations", "undefined_variables", "undefined_resources"];
const CHECKSUMS = [
  ...["sha256", "sha256lite", "sha384", "sha512", "sha224", "sha1", "sha1lite"],
  ...["md5", "md5lite", "mtime", "ctime"],
];
/** What Puppet looks at before it knows what it is to do. */
const EARLY = new Set(["log_level", "strict", ...Object.keys(RULES)]);

/** Fail when a setting that is given has a value that it does not take. */
export function checkSettings(settings: Settings): void {
  const { commandLine, environment, sections = [] } = settings.sources;
  const sources = [commandLine, environment, ...sections];
  const names = new Set(sources.flatMap((source) => [...(source?.keys() ?? [])]));
  for (const name of names) if (PUPPET_SETTINGS.has(name)) checkSetting(name, settings);
}

function checkSetting(name: string, settings: Settings): void {
  const wrong = valueTrouble(name, settings) ?? RULES[name]?.(settings.value(name), settings);
  if (wrong === undefined) return;
  const isEarly = EARLY.has(name) || wrong.startsWith("Error converting");
  const when = isEarly ? "Could not initialize global default settings" : "Could not prepare for execution";
  throw new Failure({
    code: "INVALID_SETTING",
    severity: "error",
    message: `${when}: ${wrong}`,
    place: settings.given(name)?.place,
  });
}

function valueTrouble(name: string, settings: Settings): string | undefined {
  try {
    settings.value(name);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidSetting) return error.message;
    throw error;
  }
}

function unknownWarnings(value: Value): string | undefined {
  const unknown = (value as string[]).filter((word) => !WARNINGS.includes(word));
  if (unknown.length === 0) return undefined;
  const words = `Cannot disable unrecognized warning types '${unknown.join(",")}'.`;
  return `${words} Valid values are '${WARNINGS.join(", ")}'.`;
}

function unknownChecksums(value: Value): string | undefined {
  const unknown = (value as string[]).find((word) => !CHECKSUMS.includes(word));
  if (unknown === undefined) return undefined;
  const words = `Invalid value '${unknown}' for parameter supported_checksum_types.`;
  return `${words} Allowed values are '${CHECKSUMS.join("', '")}'`;
}

function unknownTerminus(value: Value): string | undefined {
  if (value === null || value === "plain" || value === "exec") return undefined;
  return `Could not find terminus ${value} for indirection node: here it is plain or exec`;
}

function twoNames(value: Value, settings: Settings): string | undefined {
  const isBoth = value !== "" && settings.isSet("node_name_value");
  return isBoth && settings.text("node_name_value") !== settings.text("certname")
    ? "Cannot specify both the node_name_value and node_name_fact settings"
    : undefined;
}
