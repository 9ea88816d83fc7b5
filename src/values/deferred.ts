import { hashKey } from "./hash-key.ts";
import { RichValue } from "./rich-value.ts";
import { toLiteral } from "./to-literal.ts";
import type { Value } from "./value.ts";

/** A function call, or with a name `$x` the reading of a variable, to be done when the catalog is applied. */
export class Deferred extends RichValue {
  readonly typeName = "Deferred";
  /** The name of the function, or `$` and the name of a variable. */
  readonly name: string;
  /** Undefined when none were given. */
  readonly args: readonly Value[] | undefined;

  constructor(name: string, args?: readonly Value[]) {
    super();
    this.name = name;
    this.args = args;
  }

  hashKey(): string {
    return `Deferred:${JSON.stringify(this.name)}:${this.args ? String(hashKey(this.args)) : ""}`;
  }

  toString(): string {
    const args = this.args && this.args.length > 0 ? `, 'arguments' => ${toLiteral(this.args)}` : "";
    return `Deferred({'name' => ${toLiteral(this.name)}${args}})`;
  }
}
