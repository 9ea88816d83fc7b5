import type {
  FunctionDefinition,
  HostClassDefinition,
  NodeDefinition,
  Program,
  ResourceTypeDefinition,
  TypeAlias,
  TypeDefinition,
} from "../syntax/ast.ts";

/**
 * What the manifests define. Names are lower case, without a leading `::`. What is not yet known is looked for where
 * Puppet's autoloader would (manifests/a/b.pp of module `a` for `a::b`, functions/, types/), parsed and remembered.
 */
export interface Definitions {
  /** Take in the definitions of a parsed text; a second definition of one name fails with both places. */
  add(program: Program): void;
  hostClass(name: string): HostClassDefinition | undefined;
  resourceType(name: string): ResourceTypeDefinition | undefined;
  function(name: string): FunctionDefinition | undefined;
  typeAlias(name: string): TypeAlias | TypeDefinition | undefined;
  /** The node definition for a certname: exact, regular expression, shortened name, default, as Puppet does. */
  node(name: string): NodeDefinition | undefined;
  /** Known names of a kind, for "did you mean" (loaded ones and those with a file on the modulepath). */
  names(kind: "class" | "define" | "function" | "type"): Iterable<string>;
}
