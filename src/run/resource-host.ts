import { queried } from "../facts/query.ts";
import type { Machine } from "../machine/machine.ts";
import type { Host } from "../resources/host.ts";
import type { Hash } from "../values/hash.ts";

/** What providers may ask to see whether they suit this machine. */
export function resourceHost(facts: Hash, machine: Machine, image = false): Host {
  return {
    fact: (name) => queried(facts, name),
    command: (name) => machine.which(name),
    exists: (path) => machine.stat(path) !== undefined,
    image,
  };
}
