import type { Scope } from "./scope.ts";
import { settingValue } from "./settings-variables.ts";

/** Variables that are there everywhere, with or without a value. */
const ALWAYS: ReadonlySet<string> = new Set(["module_name", "caller_module_name"]);

/**
 * Whether there is a variable, with a value or undef, by its name without the `$`: Puppet's `Scope#exist?`. A class's
 * scope inherits from the scopes around it, so `a::kernel` exists when class a is evaluated and `kernel` is a fact.
 */
export function variableExists(name: string, scope: Scope): boolean {
  const cut = name.lastIndexOf("::");
  if (cut < 0 || cut + 2 === name.length) return isVisible(name, scope);
  const owner = name.slice(0, cut).replace(/^::/, "").toLowerCase();
  const leaf = name.slice(cut + 2);
  const { topScope, classScopes, settings, definitions } = scope.compilation;
  if (owner === "") return isVisible(leaf, topScope.innermost ?? topScope);
  if (owner === "settings") return isSetting(leaf) || isVisible(leaf, topScope);
  const found = definitions.hostClass(owner) && classScopes.get(owner);
  return found !== undefined && isVisible(leaf, found.innermost ?? found.binding ?? found);

  function isSetting(setting: string): boolean {
    return setting !== "all_local" && settingValue(setting, settings) !== undefined;
  }
}

function isVisible(name: string, from: Scope): boolean {
  if (ALWAYS.has(name)) return true;
  if (/^\d+$/.test(name)) return from.hasMatch();
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.next()) {
    if (scope.declares(name)) return true;
  }
  return false;
}
