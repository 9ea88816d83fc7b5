import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { Host } from "./host.ts";
import { type Plain, toValue } from "./plain.ts";

/** Collects one fact; `undefined` when this machine has no such fact. */
export type Collect = (host: Host) => Plain;

/** Facts by name, each collected on its own. */
export type Collectors = Readonly<Record<string, Collect>>;

/** Facts that are about one thing. Names are known without collecting anything. */
export interface FactFamily {
  readonly facts: Collectors;
  /** The flat facts of Facter 2, hidden unless asked for. */
  readonly legacy?: Collectors;
  /** Legacy facts whose names depend on what the machine has: its interfaces, disks, processors. */
  readonly legacyOf?: (host: Host) => Collectors;
}

/** Collect one fact; a fact that fails becomes a warning that names it, and is absent. */
export function collected(host: Host, name: string, collect: Collect): Value | undefined {
  try {
    return toValue(collect(host));
  } catch (error) {
    host.warn(`Could not collect fact ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** A structured fact whose members are collected one by one, when asked for. */
export function structured(host: Host, name: string, members: Collectors): Hash {
  return Hash.lazy(Object.keys(members), (member) => collected(host, `${name}.${member}`, members[member]!));
}

/** A structured fact that is absent when it has no members. */
export function structuredIfAny(host: Host, name: string, members: Collectors): Hash | undefined {
  const fact = structured(host, name, members);
  return fact.size === 0 ? undefined : fact;
}
