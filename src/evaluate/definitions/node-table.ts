import type { Expression, HostClassDefinition, NodeDefinition } from "../../syntax/ast.ts";
import { Regexp } from "../../values/regexp.ts";
import type { FoundNode } from "../definitions.ts";
import { failOnTaken } from "./redefinition.ts";

interface Pattern {
  readonly regexp: Regexp;
  readonly definition: NodeDefinition;
  readonly name: string;
}

/** Node definitions by name, and those by regular expression in order. */
export class NodeTable {
  readonly #byName = new Map<string, NodeDefinition>();
  readonly #patterns: Pattern[] = [];

  get size(): number {
    return this.#byName.size;
  }

  add(definition: NodeDefinition, classNamed: (name: string) => HostClassDefinition | undefined): void {
    for (const match of definition.matches) {
      const name = nodeName(match);
      const first = this.#byName.get(name);
      if (first) failOnTaken(`Node '${name}' is already defined`, "cannot redefine", first, definition);
      const taken = classNamed(name);
      if (taken)
        failOnTaken(`Class '${name}' is already defined`, "cannot be redefined as a node", taken, definition);
      this.#byName.set(name, definition);
      if (match.kind === "LiteralRegularExpression") {
        this.#patterns.push({ regexp: new Regexp(match.pattern), definition, name });
      }
    }
  }

  /** The definition that carries this very name. */
  named(name: string): NodeDefinition | undefined {
    return this.#byName.get(name);
  }

  /**
   * The definition for a certname: its own, else the first whose regular expression fits, else the same for the name
   * "default", which Puppet, too, tries on the regular expressions.
   */
  find(certname: string): FoundNode | undefined {
    return this.#find(certname) ?? this.#find("default");
  }

  #find(certname: string): FoundNode | undefined {
    const exact = this.#byName.get(certname);
    if (exact) return { definition: exact, name: certname };
    for (const { regexp, definition, name } of this.#patterns) {
      const match = regexp.match(certname);
      if (match) return { definition, name, match };
    }
    return undefined;
  }
}

/** The name that a node definition has in messages and in the catalog. */
export function nodeName(match: Expression): string {
  switch (match.kind) {
    case "LiteralDefault":
      return "default";
    case "LiteralString":
    case "QualifiedName":
      return match.value.toLowerCase();
    case "LiteralInteger":
    case "LiteralFloat":
      return String(match.value);
    case "LiteralRegularExpression":
      return `__node_regexp__${match.pattern
        .toLowerCase()
        .replace(/[^-\w:.]/g, "")
        .replace(/^\.+/, "")}`;
    case "ConcatenatedString":
      return match.segments.map(nodeName).join("");
    default:
      return "";
  }
}
