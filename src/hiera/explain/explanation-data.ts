import { RubySymbol } from "../../formats/yaml/ruby-symbol.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Branch, ExplainNode } from "./explainer.ts";

type Entry = readonly [key: string, value: Value];

/** An explanation as data, for `--render-as json` and `yaml`; names and kinds are Ruby symbols as in Puppet. */
export function explanationData(root: ExplainNode): Hash {
  const [only] = root.branches;
  if (only && root.branches.length === 1) return nodeData(only);
  return symbolKeys([["branches", root.branches.map(nodeData)]]);
}

function nodeData(node: ExplainNode): Hash {
  const { branch, branches } = node;
  if (!branch) return Hash.empty;
  if (branch.kind === "merge_source") {
    return symbolKeys([
      ["type", symbol("merge_source")],
      ["merge_source", branch.source],
    ]);
  }
  const [only] = branches;
  if (branch.kind === "merge" && only && branches.length === 1) return nodeData(only);
  const inner: Entry[] = branches.length === 0 ? [] : [["branches", branches.map(nodeData)]];
  return symbolKeys([...inner, ...outcomeEntries(node, branch), ...branchEntries(branch)]);
}

function outcomeEntries({ key, outcome, texts }: ExplainNode, branch: Branch): Entry[] {
  const entries: Entry[] = [];
  const name = "key" in branch ? branch.key : key;
  if (name !== undefined) entries.push(["key", name]);
  if (outcome?.kind === "found" || outcome?.kind === "result") entries.push(["value", outcome.value]);
  const event = eventOf(branch, outcome);
  if (event !== undefined) entries.push(["event", symbol(event)]);
  if (texts.length > 0) entries.push(["texts", texts]);
  return entries;
}

function eventOf(branch: Branch, outcome: ExplainNode["outcome"]): string | undefined {
  if (branch.kind === "module")
    return branch.missing === "module" ? "module_not_found" : "module_provider_not_found";
  if (outcome?.kind !== "found") return outcome?.kind;
  return outcome.origin === "" ? "found" : `found_in_${outcome.origin}`;
}

type Describe<K extends Branch["kind"]> = (branch: Extract<Branch, { kind: K }>) => Entry[];

const DESCRIBERS: { readonly [K in Branch["kind"]]: Describe<K> } = {
  data: () => [type("root")],
  meta: () => [type("root")],
  interpolate: ({ expression }) => [type("interpolate"), ["expression", expression]],
  invalid_key: () => [type("invalid_key")],
  merge_source: ({ source }) => [type("merge_source"), ["merge_source", source]],
  scope: ({ name }) => [type("scope"), ["name", name]],
  sub_lookup: () => [type("sub_key")],
  segment: () => [type("segment")],
  module: () => [type("module")],
  merge: ({ strategy }) => {
    const options = strategy.options?.without(["strategy"]);
    const merge: Entry[] = [type("merge"), ["merge", symbol(strategy.name)]];
    return options && options.size > 0 ? [...merge, ["options", options]] : merge;
  },
  location: ({ location: { kind, original, location } }) => [
    type(kind),
    [`original_${kind}`, original],
    [kind, location],
  ],
  data_provider: ({ provider }) => {
    const entries: Entry[] = [type("data_provider"), ["name", provider.name]];
    if (provider.configPath !== undefined) entries.push(["configuration_path", provider.configPath]);
    if (provider.moduleName !== undefined) entries.push(["module", provider.moduleName]);
    return entries;
  },
};

function branchEntries(branch: Branch): Entry[] {
  return (DESCRIBERS[branch.kind] as Describe<Branch["kind"]>)(branch);
}

function type(name: string): Entry {
  return ["type", symbol(name)];
}

function symbol(name: string): RubySymbol {
  return new RubySymbol(name);
}

function symbolKeys(entries: readonly Entry[]): Hash {
  return Hash.from(entries.map(([key, value]) => [symbol(key), value]));
}
