import type {
  Definition,
  FunctionDefinition,
  HostClassDefinition,
  NodeDefinition,
  Program,
  ResourceTypeDefinition,
  TypeAlias,
  TypeDefinition,
} from "../syntax/ast.ts";
import type { RegexpMatch } from "../values/regexp.ts";

/** A node definition that fits a certname. */
export interface FoundNode {
  readonly definition: NodeDefinition;
  /** What it is called in the catalog. */
  readonly name: string;
  /** What its regular expression matched, for `$0`, `$1` ... */
  readonly match?: RegexpMatch | undefined;
}

/**
 * What the manifests define. Names are lower case, without a leading `::`. What is not yet known is looked for where
 * Puppet's autoloader would (manifests/a/b.pp of module `a` for `a::b`, functions/, types/), parsed and remembered.
 */
export interface Definitions {
  /**
   * Take in the definitions of a parsed text, of a module's when it is named; a second definition of one name fails
   * with both places.
   */
  add(program: Program, moduleName?: string): void;
  hostClass(name: string): HostClassDefinition | undefined;
  resourceType(name: string): ResourceTypeDefinition | undefined;
  function(name: string): FunctionDefinition | undefined;
  /** A function among those read so far: such a one goes before a built-in of its name. */
  knownFunction(name: string): FunctionDefinition | undefined;
  typeAlias(name: string): TypeAlias | TypeDefinition | undefined;
  /** The node definition for a certname: its own, the first regular expression that fits, the default, as Puppet does. */
  node(name: string): FoundNode | undefined;
  /** Whether any node definition is there: then one has to match. */
  readonly hasNodes: boolean;
  /** The module whose file a definition stands in; "" outside modules. */
  moduleName(definition: Definition): string;
  /** Known names of a kind, for "did you mean" (loaded ones and those with a file on the modulepath). */
  names(kind: "class" | "define" | "function" | "type"): Iterable<string>;
}
