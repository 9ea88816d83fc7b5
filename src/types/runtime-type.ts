import { quoted } from "../values/quoted.ts";
import type { Regexp } from "../values/regexp.ts";
import { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";

/** A class of the runtime by name, or a pattern with the name it is replaced by. */
export type RuntimeName = string | readonly [Regexp, string];

/** `Runtime[ruby, 'Some::Class']`: values of Puppet's own implementation language; none exist here. */
export class RuntimeType extends Type {
  static readonly default = new RuntimeType();
  readonly name = "Runtime";
  readonly runtime: string | undefined;
  readonly nameOrPattern: RuntimeName | undefined;

  constructor(runtime?: string, nameOrPattern?: RuntimeName) {
    super();
    this.runtime = runtime;
    this.nameOrPattern = nameOrPattern;
  }

  isInstance(): boolean {
    return false;
  }

  accepts(other: Type): boolean {
    if (!(other instanceof RuntimeType)) return false;
    if (this.runtime !== undefined && this.runtime !== other.runtime) return false;
    return this.nameOrPattern === undefined || this.equals(other);
  }

  override isIterable(): boolean {
    return this.runtime === "ruby" && this.nameOrPattern === "Puppet::Pops::Types::Iterator";
  }

  describe(format: TypeFormat): string {
    if (this.runtime === undefined && this.nameOrPattern === undefined) return "Runtime";
    return `Runtime[${this.runtime ?? "undef"}, ${this.#nameText(format)}]`;
  }

  #nameText(format: TypeFormat): string {
    const name = this.nameOrPattern;
    if (name === undefined) return "undef";
    return typeof name === "string" ? quoted(name) : `[${format.value(name[0])}, ${quoted(name[1])}]`;
  }
}
