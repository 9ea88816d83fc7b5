import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import { factsHash } from "../facts/facts.ts";
import { factFromArgument, factsFromFile } from "../facts/given.ts";
import { joinedName } from "../facts/node-name.ts";
import { queried } from "../facts/query.ts";
import { functionsFor } from "../functions/functions-for.ts";
import type { Environment } from "../modules/environment.ts";
import { factFolders } from "../ruby/fact-files.ts";
import { RubyFacts } from "../ruby/facts.ts";
import { runtimeFor } from "../ruby/ruby-for.ts";
import type { Settings } from "../settings/settings.ts";
import { Hash } from "../values/hash.ts";
import type { GivenFacts } from "./request.ts";

/** The facts that manifests see, the node's own name, and the name that its catalog is compiled for. */
export interface MachineFacts {
  readonly facts: Hash;
  readonly certname: string;
  readonly node: string;
}

/** Facts of this machine (or, with `--node` and `--facts`, of another), each collected when first asked for. */
export function machineFacts(
  given: GivenFacts,
  settings: Settings,
  environment: Environment,
  warn: (message: string) => void,
): MachineFacts {
  const named = given.node ?? (settings.isSet("certname") ? settings.text("certname") : undefined);
  const machine = {
    facts: Hash.empty,
    noop: settings.isOn("noop"),
    /** Worked out when asked for: a host name is not needed to be named. */
    get certname() {
      return named ?? ownName(machine.facts);
    },
    get node() {
      return given.node ?? nodeNamed(settings, machine.facts) ?? machine.certname;
    },
  };
  const own = {
    warn,
    legacy: settings.isOn("include_legacy_facts"),
    externalFolders: [...settings.paths("pluginfactdest"), ...moduleFactFolders(environment)],
    puppet: machine,
    given: given.factsFile === undefined ? undefined : factsFromFile(given.factsFile),
    overrides: (given.facts ?? []).map(factFromArgument),
    onlyGiven: given.factsFile !== undefined && given.node !== undefined,
  };
  const custom = new RubyFacts({
    runtime: runtimeFor(environment, functionsFor(environment)),
    folders: [...factFolders(environment), ...settings.paths("factpath")],
    all: () => machine.facts,
    core: () => factsHash(own),
    warn,
  });
  machine.facts = factsHash({ ...own, custom });
  return machine;
}

/** The name of a node that no setting names. */
function ownName(facts: Hash): string {
  const hostname = facts.get("hostname") ?? queried(facts, "networking.hostname") ?? "localhost";
  const domain = queried(facts, "networking.domain") ?? "";
  return joinedName(String(hostname), String(domain));
}

/** The name that `node_name_fact` or `node_name_value` gives. */
function nodeNamed(settings: Settings, facts: Hash): string | undefined {
  const fact = settings.text("node_name_fact");
  if (fact !== "") return factAsName(fact, facts);
  return settings.isSet("node_name_value") ? settings.text("node_name_value") : undefined;
}

function factAsName(fact: string, facts: Hash): string {
  const value = facts.get(fact);
  if (typeof value === "string" && value !== "") return value;
  return fail(
    "NODE_NAME_FACT",
    `Could not name the node by node_name_fact: the fact '${fact}' is no text here`,
  );
}

function moduleFactFolders(environment: Environment): string[] {
  return environment
    .modules()
    .map(({ path }) => join(path, "facts.d"))
    .filter((path) => existsSync(path));
}
