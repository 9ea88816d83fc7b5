import { addContainerTags } from "../../catalog/container-tags.ts";
import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { reference } from "../../catalog/names.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Expression, HostClassDefinition } from "../../syntax/ast.ts";
import type { RegexpMatch } from "../../values/regexp.ts";
import { checkMemory } from "../bounds.ts";
import type { Compilation } from "../compilation.ts";
import { BreakSignal, NextSignal, ReturnSignal } from "../control.ts";
import { evaluate } from "../evaluate.ts";
import { illegalSignal } from "../illegal-signal.ts";
import { Scope, type ScopeKind, scopeOf } from "../scope.ts";
import { bindParameters } from "./bind-parameters.ts";
import { parentClass } from "./parent-class.ts";

/** Run the code of a class, of a node or of an instance of a defined type, once. */
export function evaluateContainer(
  resource: DeclaredResource,
  compilation: Compilation,
  match?: RegexpMatch,
): void {
  const { definition } = resource;
  if (resource.evaluated || !definition) return;
  compilation.goOn?.();
  checkMemory();
  resource.evaluated = true;
  addContainerTags(resource);
  const scope = containerScope(resource, compilation);
  if (definition.kind !== "ResourceTypeDefinition") compilation.catalog.addClass(nameOf(resource));
  bindParameters(resource, definition, scope);
  if (resource.kind === "class") putIntoStage(resource, compilation);
  if (definition.kind === "NodeDefinition") compilation.nodeScope = scope;
  if (match) scope.match = match;
  runBody(definition.body, scope);
}

/** Run the body of a class or define, which `return` and `next` may leave early. */
export function runBody(body: Expression, scope: Scope): void {
  try {
    evaluate(body, scope);
  } catch (thrown) {
    if (thrown instanceof ReturnSignal || thrown instanceof NextSignal) return;
    if (thrown instanceof BreakSignal) throw illegalSignal(thrown);
    throw thrown;
  }
}

/** The scope of a container's code: names are looked for in the inherited class, then around the declaration. */
function containerScope(resource: DeclaredResource, compilation: Compilation): Scope {
  const { definition } = resource;
  const around = scopeOf(resource) ?? compilation.topScope;
  const moduleName = definition && compilation.definitions.moduleName(definition);
  const inherited =
    definition?.kind === "HostClassDefinition" ? inheritedScope(definition, around, compilation) : undefined;
  const kind: ScopeKind =
    definition?.kind === "NodeDefinition" ? "node" : resource.kind === "class" ? "class" : "define";
  const scope = new Scope(compilation, inherited ?? around.global(), resource, {
    kind,
    declaredIn: inherited ?? around,
    moduleName: moduleName ?? "",
  });
  if (resource.kind === "class") compilation.classScopes.set(nameOf(resource), scope);
  return scope;
}

/** The scope of the class that a class inherits from, which is evaluated first. */
function inheritedScope(
  definition: HostClassDefinition,
  around: Scope,
  compilation: Compilation,
): Scope | undefined {
  const parent = parentClass(definition, around);
  if (!parent) return undefined;
  const resource = compilation.catalog.find("Class", parent.name);
  if (resource) evaluateContainer(resource, compilation);
  return (
    compilation.classScopes.get(parent.name) ??
    fail("CYCLIC_INHERITANCE", `Could not find scope for ${reference("Class", parent.name)}`)
  );
}

/** The name of a class or node as `$name` and the list of classes give it. */
export function nameOf(resource: DeclaredResource): string {
  const { definition } = resource;
  return definition?.kind === "HostClassDefinition" ? definition.name : resource.title.toLowerCase();
}

/** Put a class into its run stage: the one it says, else that of the class that declares it, else the main one. */
export function putIntoStage(resource: DeclaredResource, { catalog }: Compilation): void {
  const own = stageOf(resource);
  const name = own ?? stageOf(resource.declaredIn?.resource) ?? "main";
  const stage = catalog.find("Stage", name);
  if (!stage) {
    const ref = resource.reference;
    fail("UNKNOWN_STAGE", `Could not find stage ${own ?? "main"} specified by ${ref}`);
  }
  if (own === undefined && stage.title !== "main") {
    resource.parameters.set("stage", {
      value: stage.title,
      place: resource.place,
      source: resource.definition,
    });
  }
  catalog.contain(stage, resource);
}

function stageOf(resource: DeclaredResource | undefined): string | undefined {
  const value = resource?.parameters.get("stage")?.value ?? null;
  return value === null ? undefined : String(value);
}
