import type { Machine } from "../machine/machine.ts";
import type { Value } from "../values/value.ts";
import type { Instance, ResourceType } from "./define.ts";
import type { Host } from "./host.ts";

/** A resource that another one adds to the catalog. */
export interface Generated {
  /** Lower case. */
  readonly type: string;
  readonly title: string;
  readonly parameters: Readonly<Record<string, Value>>;
}

/** What a resource that adds others to the catalog may know, before anything is applied. */
export interface GenerateGround {
  readonly machine: Machine;
  readonly host: Host;
  /** A resource type by its name in any case. */
  typeOf(name: string): ResourceType | undefined;
  /** Whether the catalog has a resource whose title or key is this. */
  has(type: string, name: string): boolean;
  /** All resources of a type on this machine; undefined: they cannot be listed. */
  instancesOf(type: ResourceType): Promise<readonly Instance[] | undefined>;
  /** Say an error in the resource's name. */
  complain(message: string): void;
  /** End the run before it begins: an attribute of the resource is wrong. */
  refuse(attribute: string, message: string): never;
}
