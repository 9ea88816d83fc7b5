import { existsSync } from "node:fs";
import { bundleLocation } from "../../boot/bundle-location.ts";
import { CONFIG_FILE, configOptions } from "../../boot/config-file.ts";
import type { BootRequest } from "../../boot/request.ts";
import { GRACE_OPTION } from "../apply/grace.ts";
import { COMPILE_OPTIONS } from "../apply/request.ts";
import { TRUST_OPTIONS } from "../bundle/target.ts";
import type { Invocation } from "../command.ts";
import { FACT_OPTIONS } from "../facts/fact-options.ts";
import { givenOptions, type OptionSpec, type Options } from "../options.ts";
import { settingsOf } from "../settings.ts";
import { UsageError } from "../usage-error.ts";

/** The options of `boot`; a configuration file has the same. */
export const BOOT_OPTIONS: readonly OptionSpec[] = [
  { name: "bundle", value: "WHERE", help: "The bundle, when it is not the argument" },
  { name: "sha256", value: "HEX", help: "What the bundle's bytes must sum up to" },
  { name: "config", value: "FILE", help: `Further options, a line each (default ${CONFIG_FILE})` },
  { name: "converge", value: "N", type: "count", help: "Apply up to N times, until nothing changes" },
  {
    name: "deadline",
    value: "SECONDS",
    type: "seconds",
    help: "Wait no longer for network, names, clock and server (600)",
  },
  { name: "lock_deadline", value: "SECONDS", type: "seconds", help: "Wait no longer for apt and dpkg (600)" },
  {
    name: "private_key",
    value: "WHERE",
    help: "FILE, credential:NAME, env:NAME, env-file:FILE#NAME, command:LINE",
  },
  { name: "allow_key_from_user_data", help: "Take a private key that came with the user-data" },
  ...TRUST_OPTIONS,
  GRACE_OPTION,
  { name: "max_size", value: "MIB", type: "count", help: "Take bundles up to this size (1024)" },
  { name: "console", help: "Tell the important things on /dev/console too" },
  { name: "force", help: "Apply even if this instance has been configured with this bundle" },
  ...COMPILE_OPTIONS.filter(({ name }) => name !== "execute"),
  ...FACT_OPTIONS,
  { name: "verbose", short: "v", help: "Tell more" },
  { name: "debug", short: "d", help: "Tell everything" },
  { name: "logdest", short: "l", value: "WHERE", help: "console, syslog or files, with commas between" },
];

/** What `boot` is to do, and all options, those of the configuration file among them. */
export interface BootCommand extends BootRequest {
  readonly options: Options;
}

/** Read the command line, over the configuration file. */
export function bootCommand({ options: given, positionals }: Invocation): BootCommand {
  const options = withConfiguration(given, positionals.length > 0 || given.value("bundle") !== undefined);
  const where = positionals[0] ?? options.value("bundle");
  if (where === undefined || positionals.length > 1) {
    throw new UsageError(
      "boot needs one bundle: a URL, a file or a directory; or a configuration file that names it",
    );
  }
  return {
    bundle: bundleLocation(where, options.value("sha256")),
    passes: Math.max(1, options.number("converge", "count") ?? 1),
    deadline: (options.number("deadline", "seconds") ?? 600) * 1000,
    lockDeadline: (options.number("lock_deadline", "seconds") ?? 600) * 1000,
    privateKey: options.value("private_key"),
    keyFromUserData: options.switch("allow_key_from_user_data") === true,
    maxBytes: (options.number("max_size", "count") ?? 1024) * 1024 * 1024,
    console: options.switch("console") === true,
    force: options.switch("force") === true,
    options,
    settings: settingsOf(options),
  };
}

/** The usual file counts only when the command line names no bundle: it may be about another one. */
function withConfiguration(given: Options, namesBundle: boolean): Options {
  const file = given.value("config") ?? (!namesBundle && existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
  if (file === undefined) return given;
  if (!existsSync(file)) throw new UsageError(`Could not find the configuration file ${file}`);
  return given.without("config").over(givenOptions(configOptions(file), BOOT_OPTIONS));
}
