import type { Compiled } from "../compile.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Log } from "../diagnostics/log.ts";
import { compile } from "../nostrings.ts";
import type { Hash } from "../values/hash.ts";
import type { Invocation } from "./command.ts";
import { languageSettings } from "./language-settings.ts";
import { machineFacts } from "./machine-facts.ts";
import type { OptionSpec } from "./options.ts";
import type { Settings } from "./settings.ts";
import { globalHieraConfig, openSite, type Site } from "./site.ts";
import { UsageError } from "./usage-error.ts";

/** The options that say what is compiled. */
export const COMPILE_OPTIONS: readonly OptionSpec[] = [
  { name: "execute", short: "e", value: "CODE", help: "Compile this code" },
  { name: "timeout", value: "SECONDS", help: "Give up compiling after so long" },
];

/** A compiled site, with what is known of the machine it is for. */
export interface CompiledSite extends Compiled {
  readonly site: Site;
  readonly facts: Hash;
}

/** Compile what a command line names. */
export function compileSite(
  { options, positionals }: Invocation,
  settings: Settings,
  log: Log,
): CompiledSite {
  const site = openSite(positionals, options.value("execute"), settings);
  const warn = (message: string) => log({ level: "warning", message: `Facter: ${message}` });
  const { facts, certname } = machineFacts(options, settings, site.environment, warn);
  const compiled = forNode(certname, () =>
    compile({
      environment: site.environment,
      code: site.code,
      certname,
      facts,
      settings: languageSettings(settings, certname),
      hieraConfig: globalHieraConfig(settings),
      codedir: settings.get("codedir"),
      log,
      timeout: seconds(options.value("timeout")),
    }),
  );
  return { ...compiled, site, facts };
}

/** What fails here fails for a node, and says so. */
function forNode<T>(node: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Failure ? new Failure({ ...error.issue, node }, { cause: error }) : error;
  }
}

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`Invalid --timeout '${text}': seconds, such as 30`);
  return Number(text);
}
