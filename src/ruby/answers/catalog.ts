import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { addTags } from "../../catalog/tags.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Scope } from "../../evaluate/scope.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { AnswerContext, Answers } from "./answers.ts";

/** The catalog as it grows, the node, and the environment. */
export function catalogAnswers(context: AnswerContext): Answers {
  return {
    "catalog.find": ({ compilation: { catalog } }: Scope, type: string, title: string) => {
      const found = catalog.find(type, title);
      return found === undefined ? null : [found.type, found.title];
    },
    "catalog.resources": ({ compilation: { catalog } }: Scope) =>
      [...catalog.resources()].map(({ type, title }) => [type, title]),
    "catalog.parameters": (scope: Scope, type: string, title: string) =>
      Hash.from([...resource(scope, type, title).parameters].map(([name, { value }]) => [name, value])),
    "catalog.set_parameter": (scope: Scope, type: string, title: string, name: string, value: Value) => {
      resource(scope, type, title).parameters.set(name, { value, place: context.place() });
      return value;
    },
    "catalog.resource_tags": (scope: Scope, type: string, title: string) => [
      ...resource(scope, type, title).tags,
    ],
    "catalog.add_tags": (scope: Scope, type: string, title: string, names: readonly string[]) => {
      addTags(resource(scope, type, title).tags, names);
      return null;
    },
    "catalog.virtual": (scope: Scope, type: string, title: string) => resource(scope, type, title).virtual,
    "catalog.classes": ({ compilation: { catalog } }: Scope) => catalog.classes,
    "catalog.tags": ({ compilation: { catalog } }: Scope) => [...catalog.tags],
    "catalog.type": ({ compilation: { catalog, definitions } }: Scope, name: string) => {
      const plain = name.replace(/^::/, "").toLowerCase();
      return catalog.types.find(plain) !== undefined || definitions.resourceType(plain) !== undefined
        ? plain
        : null;
    },
    "definition.class": ({ compilation: { definitions } }: Scope, name: string) =>
      definitions.hostClass(name.replace(/^::/, "").toLowerCase()) !== undefined,
    "definition.define": ({ compilation: { definitions } }: Scope, name: string) =>
      definitions.resourceType(name.replace(/^::/, "").toLowerCase()) !== undefined,
    "scope.resource": ({ resource: own }: Scope) => (own === undefined ? null : [own.type, own.title]),
    "node.name": ({ compilation: { node } }: Scope) => node.name,
    "node.parameters": ({ compilation: { node } }: Scope) => Hash.from([...node.facts, ...node.parameters]),
    "environment.name": ({ compilation: { environment } }: Scope) => environment.name,
    "environment.modulepath": ({ compilation: { environment } }: Scope) => environment.modulepath,
    "environment.manifest": ({ compilation: { environment } }: Scope) => environment.manifest ?? null,
    "environment.modules": ({ compilation: { environment } }: Scope) =>
      environment.modules().map(({ name, path }) => [name, path]),
    "module.path": (name: string) => context.compilation().environment.module(name)?.path ?? null,
  };
}

function resource({ compilation: { catalog } }: Scope, type: string, title: string): DeclaredResource {
  const found = catalog.find(type, title);
  return found ?? fail("UNKNOWN_RESOURCE", `Resource not found: ${type}['${title}']`);
}
