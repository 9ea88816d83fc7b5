import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { Failure } from "../../diagnostics/failure.ts";
import type { Compilation } from "../compilation.ts";
import { evaluateContainer } from "./evaluate-container.ts";
import { addResource, newResource } from "./new-resource.ts";

/** Evaluate the node definition for this machine; when there are any, one has to fit. */
export function evaluateNode(compilation: Compilation): void {
  const { definitions, node, topScope } = compilation;
  if (!definitions.hasNodes) return;
  const found = definitions.node(node.name);
  if (!found) {
    throw new Failure({
      code: "NO_NODE_DEFINITION",
      severity: "error",
      message: `Could not find node statement with name 'default' or '${node.name}'`,
    });
  }
  const parts = {
    parameters: new Map(),
    virtual: false,
    exported: false,
    place: {},
    scope: topScope,
    statement: false,
  };
  const resource: DeclaredResource = newResource(parts, found.definition, "Node", found.name);
  for (const tag of resource.tags) compilation.catalog.tags.add(tag);
  addResource(resource, topScope);
  evaluateContainer(resource, compilation, found.match);
}
