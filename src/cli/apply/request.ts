import type { CompileRequest, RunLog, SiteRequest } from "../../run/request.ts";
import { isSite, standardInput } from "../../run/site.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Invocation } from "../command.ts";
import { factsGiven } from "../facts/fact-options.ts";
import type { OptionSpec, Options } from "../options.ts";
import { UsageError } from "../usage-error.ts";

export const TIMEOUT_OPTION: OptionSpec = {
  name: "timeout",
  value: "SECONDS",
  type: "seconds",
  help: "Give up compiling, and looking up data, after so long",
};

/** The options that say what is compiled. */
export const COMPILE_OPTIONS: readonly OptionSpec[] = [
  { name: "execute", short: "e", value: "CODE", help: "Compile this code" },
  {
    name: "allow_ciphertext",
    value: "NAME,...",
    help: "Resources, such as File[/x], or parameters of them, such as File[/x]/content, that may have ciphertext",
  },
  TIMEOUT_OPTION,
];

/** The seconds that `--timeout` gives, if it is given. */
export function timeoutOf(options: Options): number | undefined {
  return options.number("timeout", "seconds");
}

/** How a command line wants a node compiled. */
export function compileRequest(options: Options, settings: Settings, log: RunLog): CompileRequest {
  return {
    settings,
    log,
    ...factsGiven(options),
    timeout: timeoutOf(options),
    ciphertextAllowed: options.value("allow_ciphertext")?.split(/\s*,\s*/),
    stubSecrets: options.switch("stub_secrets") === true,
    explainLookups: options.switch("debug") === true || settings.get("log_level") === "debug",
  };
}

/**
 * What a command line wants compiled: `-e CODE`, a manifest, a site, or what standard input says. Called as `puppet`,
 * standard input unless a manifest is named; else the current directory goes first if it is a site.
 */
export function namedSite({
  options,
  positionals,
  asPuppet,
}: Invocation): Pick<SiteRequest, "target" | "code"> {
  const [target, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError(`Only one manifest or site can be applied at a time: ${positionals.join(", ")}`);
  const code = options.value("execute");
  if (code !== undefined) return { code };
  if (options.value("catalog") !== undefined) return {};
  const isPiped = target === "-" || (target === undefined && (asPuppet || !isSite(".")));
  return isPiped ? { code: standardInput() } : { target };
}
