import { existsSync } from "node:fs";
import { join } from "node:path";
import { factsHash } from "../../facts/facts.ts";
import { factFromArgument, factsFromFile } from "../../facts/given.ts";
import { queried } from "../../facts/query.ts";
import type { Environment } from "../../modules/environment.ts";
import { Hash } from "../../values/hash.ts";
import type { OptionSpec, Options } from "../options.ts";
import type { Settings } from "../settings.ts";

/** The options by which a command line says what to believe of the machine. */
export const FACT_OPTIONS: readonly OptionSpec[] = [
  { name: "facts", value: "FILE", help: "Believe the facts of a YAML or JSON file instead of looking" },
  {
    name: "fact",
    value: "NAME=VALUE",
    list: true,
    help: "Believe this fact instead of looking; may be repeated",
  },
];

/** The facts that manifests see, and the name they are compiled for. */
export interface MachineFacts {
  readonly facts: Hash;
  readonly certname: string;
}

/** Facts of this machine (or, with `--node` and `--facts`, of another), each collected when first asked for. */
export function machineFacts(
  options: Options,
  settings: Settings,
  environment: Environment,
  warn: (message: string) => void,
): MachineFacts {
  const file = options.value("facts");
  const named = options.value("node") ?? settings.get("certname");
  const machine = {
    facts: Hash.empty,
    noop: settings.isOn("noop"),
    /** Worked out when asked for: a host name is not needed to be named. */
    get certname() {
      return named ?? ownName(machine.facts);
    },
  };
  machine.facts = factsHash({
    warn,
    externalFolders: [...settings.paths("pluginfactdest"), ...moduleFactFolders(environment)],
    puppet: machine,
    given: file === undefined ? undefined : factsFromFile(file),
    overrides: options.values("fact").map(factFromArgument),
    onlyGiven: file !== undefined && options.value("node") !== undefined,
  });
  return machine;
}

/** The fully qualified host name, as Puppet names a node that no setting names. */
function ownName(facts: Hash): string {
  const name = queried(facts, "networking.fqdn") ?? queried(facts, "networking.hostname");
  return String(name ?? "localhost")
    .toLowerCase()
    .replace(/\.$/, "");
}

function moduleFactFolders(environment: Environment): string[] {
  return environment
    .modules()
    .map(({ path }) => join(path, "facts.d"))
    .filter((path) => existsSync(path));
}
