import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../modules/environment.ts";

/** A function that a module brings written in Ruby. */
export interface RubyFunction {
  readonly module: string;
  readonly file: string;
}

/** The module on the modulepath that defines a function in Ruby, of either of Puppet's two function APIs. */
export function findRubyFunction(name: string, environment: Environment): RubyFunction | undefined {
  const path = name.split("::");
  const owner = path.length > 1 ? environment.module(path[0]!) : undefined;
  const modules = owner === undefined ? environment.modules() : [owner];
  for (const { name: module, path: root } of modules) {
    const files = [
      join(root, "lib/puppet/functions", ...path),
      join(root, "lib/puppet/parser/functions", name),
    ];
    const file = files.map((stem) => `${stem}.rb`).find((candidate) => existsSync(candidate));
    if (file !== undefined) return { module, file };
  }
  return undefined;
}
