import { Hash } from "../values/hash.ts";
import { toText } from "../values/to-text.ts";
import type { Value } from "../values/value.ts";
import { CORE_FAMILIES } from "./core/families.ts";
import type { CustomFacts } from "./custom-facts.ts";
import { defaultFolders, environmentFacts, externalFacts } from "./external/external-facts.ts";
import { type Collect, collected } from "./family.ts";
import type { Host } from "./host.ts";
import { localHost } from "./local-host.ts";
import { overlaid } from "./overlay.ts";
import { type Plain, toValue } from "./plain.ts";

/** The version of Puppet whose language and facts these are. */
export const PUPPET_VERSION = "7.23.0";

/** What to collect, and what to believe instead. Everything is optional. */
export interface FactOptions {
  /** The machine to look at; undefined: this one. */
  readonly host?: Host | undefined;
  /** Where trouble is told; undefined: nowhere. */
  readonly warn?: ((message: string) => void) | undefined;
  /** Further facts.d folders (of modules, of the command line), asked before the usual ones. */
  readonly externalFolders?: readonly string[] | undefined;
  /** Whether the usual facts.d folders, the environment and the folders above are asked at all (default: yes). */
  readonly external?: boolean | undefined;
  /** Whether the flat facts of Facter 2 are there too (default: yes, as in Puppet 7). */
  readonly legacy?: boolean | undefined;
  /** Facts of modules. */
  readonly custom?: CustomFacts | undefined;
  /** What Puppet itself adds: `puppetversion` and the facts about its settings. */
  readonly puppet?: { readonly certname: string; readonly noop: boolean } | undefined;
  /** Facts that replace collected ones, from a file. */
  readonly given?: Hash | undefined;
  /** Facts that replace collected ones or members of them, by path: `["os", "family"]`. */
  readonly overrides?: readonly (readonly [path: readonly string[], value: Value])[] | undefined;
  /** Collect nothing: the given facts are all there are (to compile for another machine). */
  readonly onlyGiven?: boolean | undefined;
}

/** Every fact by its top-level name, each collected when first asked for. A fact that fails is a warning and absent. */
export function factsHash(options: FactOptions = {}): Hash {
  const host = options.host ?? localHost(options.warn ?? (() => {}));
  const collectors = options.onlyGiven ? new Map<string, Collect>() : collectorsOf(host, options);
  const own = options.onlyGiven || !options.puppet ? {} : puppetFacts(options.puppet);
  const believed = believedFacts(host, options, new Set(Object.keys(own)));
  addAll(collectors, own);
  const members = Map.groupBy(options.overrides ?? [], ([path]) => path[0] ?? "");
  const { custom } = options;
  const settle = (name: string) => {
    const collect = collectors.get(name) ?? (custom && ((asked: Host) => customFact(custom, name, asked)));
    return overlaid(
      believed.get(name) ?? (collect && collected(host, name, collect)),
      (members.get(name) ?? []).map(([path, value]) => [path.slice(1), sanitized(value)]),
    );
  };
  const names = new Set([...collectors.keys(), ...believed.keys(), ...members.keys()]);
  const further = custom && { mayHave: (name: string) => custom.mayHave(name), find: () => custom.further() };
  return Hash.lazy(names, settle, options.onlyGiven ? undefined : further);
}

/** The fact of a module, else the built-in one. */
function customFact(custom: CustomFacts, name: string, host: Host, builtIn?: Collect): Plain {
  const value = custom.value(name);
  return value === undefined ? builtIn?.(host) : dataOnly(value);
}

/** Facts are data: what Ruby has besides is text. */
function dataOnly(value: Value): Plain {
  if (Array.isArray(value)) return value.map(dataOnly);
  if (value instanceof Hash)
    return Hash.from([...value].map(([key, member]) => [toText(key), toValue(dataOnly(member)) ?? null]));
  return typeof value === "object" && value !== null ? toText(value) : value;
}

/** The name of every fact this machine may have, without collecting any. */
export function factNames(host: Host, legacy: boolean): string[] {
  return [...collectorsOf(host, { legacy }).keys()];
}

function collectorsOf(host: Host, { legacy = true, custom, puppet }: FactOptions): Map<string, Collect> {
  const collectors = new Map<string, Collect>();
  for (const family of CORE_FAMILIES) {
    addAll(collectors, family.facts);
    if (!legacy) continue;
    addAll(collectors, family.legacy ?? {});
    addAll(collectors, family.legacyOf?.(host) ?? {});
  }
  if (puppet) addAll(collectors, { puppetversion: () => PUPPET_VERSION });
  for (const name of custom?.names ?? []) {
    const builtIn = collectors.get(name);
    if (custom) collectors.set(name, (asked) => customFact(custom, name, asked, builtIn));
  }
  return collectors;
}

function addAll(collectors: Map<string, Collect>, more: Readonly<Record<string, Collect>>): void {
  for (const [name, collect] of Object.entries(more)) collectors.set(name, collect);
}

/** What Puppet knows of itself, which only given facts replace (Puppet::Node::Facts#add_local_facts). */
function puppetFacts(puppet: { readonly certname: string; readonly noop: boolean }): Record<string, Collect> {
  return {
    clientcert: () => puppet.certname,
    clientversion: () => PUPPET_VERSION,
    clientnoop: () => puppet.noop,
  };
}

/** Facts that are told rather than collected; the later the source, the more it is believed. */
function believedFacts(host: Host, options: FactOptions, reserved: ReadonlySet<string>): Map<string, Value> {
  const folders = [...(options.externalFolders ?? []), ...defaultFolders(host)];
  const asked = options.external !== false && !options.onlyGiven;
  const found = asked ? [...externalFacts(host, folders), ...environmentFacts(host)] : [];
  const told = [...found.filter(([name]) => !reserved.has(name)), ...(options.given ?? Hash.empty)];
  return new Map(told.map(([name, value]) => [String(name), sanitized(value)]));
}

/** Puppet turns an undef within a fact into an empty string (Puppet::Node::Facts#sanitize). */
function sanitized(value: Value): Value {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(sanitized);
  if (!(value instanceof Hash)) return value;
  return Hash.from([...value].map(([key, member]) => [sanitized(key), sanitized(member)]));
}
