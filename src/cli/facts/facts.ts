import { factsHash } from "../../facts/facts.ts";
import { facterAll, facterQueries, facterValue } from "../../facts/format/facter.ts";
import { prettyJson } from "../../facts/format/json.ts";
import { facterYaml } from "../../facts/format/yaml.ts";
import { factFromArgument, factsFromFile } from "../../facts/given.ts";
import type { Host } from "../../facts/host.ts";
import { queried } from "../../facts/query.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** What to show of this machine's facts, and how. */
export interface FactsRequest {
  /** Dotted names such as `os.release.major`; none: all facts. */
  readonly queries: readonly string[];
  readonly json?: boolean;
  readonly yaml?: boolean;
  /** Whether the listing of all facts has the flat facts of Facter 2 too. */
  readonly showLegacy?: boolean;
  /** Whether a missing fact is an error. */
  readonly strict?: boolean;
  readonly externalFolders?: readonly string[];
  /** `name=value` arguments. */
  readonly facts?: readonly string[];
  /** A YAML or JSON file with facts. */
  readonly factsFile?: string | undefined;
  readonly host?: Host;
}

/** What a command has to say, and its exit code. */
export interface FactsAnswer {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** Show facts as `facter` does. */
export function runFacts(request: FactsRequest): FactsAnswer {
  const warnings: string[] = [];
  const facts = factsHash({
    host: request.host,
    warn: (message) => warnings.push(`Warning: Facter: ${message}\n`),
    externalFolders: request.externalFolders,
    legacy: request.showLegacy === true || request.queries.length > 0,
    given: request.factsFile === undefined ? undefined : factsFromFile(request.factsFile),
    overrides: request.facts?.map(factFromArgument),
  });
  const answers = request.queries.map((query) => [query, queried(facts, query)] as const);
  const out = answers.length === 0 ? listing(facts, request) : shown(answers, request);
  const missing = request.strict ? answers.filter(([, value]) => value === undefined) : [];
  const errors = missing.map(([query]) => `Error: fact "${query}" does not exist.\n`);
  return {
    out: out.endsWith("\n") ? out : `${out}\n`,
    err: [...warnings, ...errors].join(""),
    exitCode: missing.length === 0 ? 0 : 1,
  };
}

function listing(facts: Hash, { json, yaml }: FactsRequest): string {
  const ordered = sorted(facts) as Hash;
  if (json) return prettyJson(ordered);
  return yaml ? facterYaml(ordered) : facterAll(ordered);
}

type Answer = readonly [query: string, value: Value | undefined];

function shown(answers: readonly Answer[], { json, yaml }: FactsRequest): string {
  if (json || yaml) {
    const found = sorted(Hash.from(answers.map(([query, value]) => [query, value ?? null]))) as Hash;
    return json ? prettyJson(found) : facterYaml(found);
  }
  const [first] = answers;
  if (first && answers.length === 1)
    return facterValue(first[1] === undefined ? undefined : sorted(first[1]));
  return facterQueries(sorted(Hash.from(answers.map(([query, value]) => [query, value ?? ""]))) as Hash);
}

/** Hashes in the order of their keys, all the way down. */
function sorted(value: Value): Value {
  if (Array.isArray(value)) return value;
  if (!(value instanceof Hash)) return value;
  const byKey = [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return Hash.from(byKey.map(([key, member]) => [key, sorted(member)]));
}
