import { Regexp } from "../values/regexp.ts";
import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { ScalarType } from "./scalar-type.ts";

/** `Regexp`, or `Regexp[/x/]`: exactly that regular expression. */
export class RegexpType extends ScalarType {
  static override readonly default: RegexpType = new RegexpType();
  override readonly name = "Regexp";
  readonly regexp: Regexp | undefined;

  constructor(regexp?: Regexp) {
    super();
    this.regexp = regexp;
  }

  override isInstance(value: Value): boolean {
    return value instanceof Regexp && this.#isSame(value);
  }

  override accepts(other: Type): boolean {
    if (!(other instanceof RegexpType)) return false;
    return this.regexp === undefined || (other.regexp !== undefined && this.#isSame(other.regexp));
  }

  override describe(format: TypeFormat): string {
    return format.of("Regexp", this.regexp ? [format.value(this.regexp)] : []);
  }

  #isSame(other: Regexp): boolean {
    return this.regexp === undefined || this.regexp.hashKey() === other.hashKey();
  }
}
