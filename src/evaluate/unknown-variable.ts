import { didYouMean } from "../diagnostics/near.ts";
import type { Scope } from "./scope.ts";

/** Why a variable may be unknown: a class that was not evaluated, or a name one letter away. */
export function unknownVariableHint(name: string, scope: Scope): string | undefined {
  const path = name.replace(/^::/, "");
  const cut = path.lastIndexOf("::");
  if (cut >= 0) return classHint(path.slice(0, cut), path.slice(cut + 2), scope);
  const known = new Set<string>();
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    for (const key of at.variables().keys()) known.add(key);
  }
  for (const key of scope.compilation.node.facts.possibleKeys()) known.add(String(key));
  return didYouMean(path, known);
}

function classHint(owner: string, leaf: string, scope: Scope): string | undefined {
  const { classScopes, definitions } = scope.compilation;
  const found = classScopes.get(owner);
  if (found !== undefined) return didYouMean(leaf, found.variables().keys());
  return definitions.hostClass(owner) === undefined
    ? `class ${owner} could not be found`
    : `class ${owner} has not been evaluated`;
}
