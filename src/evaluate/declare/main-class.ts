import { builtinResource, type DeclaredResource } from "../../catalog/declared-resource.ts";
import type { Program } from "../../syntax/ast.ts";
import { checkMemory } from "../bounds.ts";
import type { Compilation } from "../compilation.ts";
import { evaluate } from "../evaluate.ts";

/** The class that top-level code belongs to; the top scope is made for it. */
export function mainClass(): DeclaredResource {
  return builtinResource("Class", "main", ["class"]);
}

/** Put the stage `main` and the classes that are always there into the catalog, in Puppet's order. */
export function declareBuiltins({ catalog, topScope, environment }: Compilation): void {
  const stage = builtinResource("Stage", "main", ["stage"]);
  const settings = builtinResource("Class", "Settings", ["class", "settings"]);
  const main = topScope.resource!;
  for (const resource of [stage, settings, main]) catalog.declare(resource);
  for (const resource of [settings, main]) catalog.contain(stage, resource);
  catalog.addClass("settings");
  topScope.set("environment", environment.name);
  topScope.set("module_name", "");
  topScope.set("title", "main");
  topScope.set("name", "main");
}

/** Evaluate the top-level code of all manifests, one after the other, in the top scope. */
export function evaluateMain(programs: readonly Program[], compilation: Compilation): void {
  compilation.goOn?.();
  checkMemory();
  for (const program of programs) evaluate(program, compilation.topScope);
}
