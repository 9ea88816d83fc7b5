import { type CompileOptions, compile } from "../compile/compile-catalog.ts";
import type { Compiled } from "../compile/manifests.ts";
import { Failure } from "../diagnostics/failure.ts";
import { askClassifier, type ExternalNode } from "../facts/external-node.ts";
import { trustedExternal, trustedFacts } from "../facts/trusted-facts.ts";
import type { Environment } from "../modules/environment.ts";
import type { Settings } from "../settings/settings.ts";
import type { Hash } from "../values/hash.ts";
import { configVersion } from "./config-version.ts";
import { decryption } from "./decryption.ts";
import { languageSettings } from "./language-settings.ts";
import { machineFacts } from "./machine-facts.ts";
import type { CompileRequest, SiteRequest } from "./request.ts";
import { configured, openEnvironment, openSite, type Site } from "./site.ts";

/** A compiled site, with what is known of the machine it is for. */
export interface CompiledSite extends Compiled {
  readonly site: Site;
  readonly facts: Hash;
}

/** Compile the site that is asked for, in the environment that an external node classifier may choose. */
export function compileSite(request: SiteRequest): CompiledSite {
  const { interruption } = request;
  const opened = openSite(request);
  const options = optionsOf(opened, request);
  const site = { ...opened, environment: options.environment };
  const { certname, facts } = options;
  const own = request.settings.within(options.environment.settings);
  const goOn = interruption === undefined ? undefined : () => interruption.goOn();
  const compiled = forNode(certname, () =>
    compile({ ...options, goOn, code: site.code, version: configVersion(own) }),
  );
  return { ...compiled, site, facts };
}

/** The classifier may have another environment for the node; a manifest that is named stays. */
function optionsOf({ environment, code }: Site, request: SiteRequest): NodeOptions {
  const { settings, target, log } = request;
  const first = compileOptionsFor(environment, request);
  const name = first.external.environment;
  if (name === undefined || name === settings.text("environment")) return first;
  const other = settings.with({ environment: name });
  const chosen =
    target === undefined || code !== undefined
      ? configured(other, log.log)
      : openEnvironment(target, other, log.log);
  return compileOptionsFor(chosen, { ...request, settings: other }, first.external);
}

/** How a node is compiled, with what an external node classifier says of it. */
export interface NodeOptions extends CompileOptions {
  readonly external: Partial<ExternalNode>;
}

/** How an environment is compiled for the node that is asked for, with its facts, settings and time. */
export function compileOptionsFor(
  environment: Environment,
  request: CompileRequest,
  classified?: Partial<ExternalNode>,
): NodeOptions {
  const { settings } = request;
  const { log, redactor } = request.log;
  const warn = (message: string) => log({ level: "warning", message: `Facter: ${message}` });
  const { facts, certname, node } = machineFacts(request, settings, environment, warn);
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
    settings: languageSettings(settings.named(certname, node).within(environment.settings), request),
    hieraConfig: settings.text("hiera_config"),
    codedir: settings.get("codedir"),
    dataBindingTerminus: settings.get("data_binding_terminus"),
    explainLookups: request.explainLookups,
    log,
    holdsSecret: (text) => redactor.redact(text) !== text,
    decrypt: decryption(log, redactor, request.stubSecrets === true),
    timeout: request.timeout,
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

/** What fails here fails for a node, and says so. */
function forNode<T>(node: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Failure ? new Failure({ ...error.issue, node }, { cause: error }) : error;
  }
}
