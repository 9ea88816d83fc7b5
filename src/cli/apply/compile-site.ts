import type { Compiled } from "../../compile.ts";
import { Failure } from "../../diagnostics/failure.ts";
import { askClassifier, type ExternalNode } from "../../facts/external-node.ts";
import { trustedExternal, trustedFacts } from "../../facts/trusted-facts.ts";
import type { Environment } from "../../modules/environment.ts";
import { type CompileOptions, compile } from "../../nostrings.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Hash } from "../../values/hash.ts";
import type { Invocation } from "../command.ts";
import type { CommandLog } from "../command-log.ts";
import { machineFacts } from "../facts/machine-facts.ts";
import { languageSettings } from "../language-settings.ts";
import type { OptionSpec, Options } from "../options.ts";
import { decryption } from "../secrets/of-site.ts";
import { configured, openEnvironment, openSite, type Site } from "../site.ts";

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

/** A compiled site, with what is known of the machine it is for. */
export interface CompiledSite extends Compiled {
  readonly site: Site;
  readonly facts: Hash;
}

/** Compile what a command line names. */
export function compileSite(invocation: Invocation, settings: Settings, log: CommandLog): CompiledSite {
  const { options, positionals, asPuppet, interruption } = invocation;
  const opened = openSite(positionals, options.value("execute"), settings, asPuppet, log.log);
  const first = optionsFor(opened.environment, options, settings, log);
  const chosen = settings.text("environment");
  const { environment = chosen } = first.external;
  const compileOptions = environment === chosen ? first : within(environment);
  const site = { ...opened, environment: compileOptions.environment };
  const { certname, facts } = compileOptions;
  const goOn = interruption === undefined ? undefined : () => interruption.goOn();
  const compiled = forNode(certname, () => compile({ ...compileOptions, goOn, code: site.code }));
  return { ...compiled, site, facts };

  /** The classifier has another environment for the node; a manifest of the command line stays. */
  function within(name: string): NodeOptions {
    const other = settings.with({ environment: name });
    const [target] = opened.code === undefined ? positionals : [];
    const environment =
      target === undefined ? configured(other, log.log) : openEnvironment(target, other, log.log);
    return optionsFor(environment, options, other, log, first.external);
  }
}

/** How a node is compiled, with what an external node classifier says of it. */
export interface NodeOptions extends CompileOptions {
  readonly external: Partial<ExternalNode>;
}

/** How an environment is compiled for the node and with the facts, settings and time that a command line gives. */
export function optionsFor(
  environment: Environment,
  options: Options,
  settings: Settings,
  { log, redactor }: CommandLog,
  classified?: Partial<ExternalNode>,
): NodeOptions {
  const warn = (message: string) => log({ level: "warning", message: `Facter: ${message}` });
  const { facts, certname, node } = machineFacts(options, settings, environment, warn);
  const external = classified ?? externalNode(settings, node);
  return {
    environment,
    external,
    certname: node,
    node: {
      trusted: trusted(settings, certname),
      ...(external.parameters && { parameters: external.parameters }),
    },
    classes: external.classes,
    facts,
    settings: languageSettings(settings.named(certname, node).within(environment.settings), options),
    hieraConfig: settings.text("hiera_config"),
    codedir: settings.get("codedir"),
    dataBindingTerminus: settings.get("data_binding_terminus"),
    explainLookups: options.switch("debug") === true || settings.get("log_level") === "debug",
    log,
    holdsSecret: (text) => redactor.redact(text) !== text,
    decrypt: decryption(log, redactor, options.switch("stub_secrets") === true),
    timeout: timeoutOf(options),
  };
}

/** What the node terminus says of the node: `plain` says nothing. */
function externalNode(settings: Settings, node: string): Partial<ExternalNode> {
  return settings.text("node_terminus") === "exec"
    ? askClassifier(settings.text("external_nodes"), node)
    : {};
}

function trusted(settings: Settings, certname: string): Hash {
  const command = settings.get("trusted_external_command");
  return command === undefined
    ? trustedFacts(certname)
    : trustedFacts(certname, trustedExternal(command, certname));
}

/** The seconds that `--timeout` gives, if it is given. */
export function timeoutOf(options: Options): number | undefined {
  return options.number("timeout", "seconds");
}

/** What fails here fails for a node, and says so. */
function forNode<T>(node: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Failure ? new Failure({ ...error.issue, node }, { cause: error }) : error;
  }
}
