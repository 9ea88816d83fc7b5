import { RichValue } from "../../values/rich-value.ts";

/** A Ruby Symbol of a YAML text (`:name`). As a key it counts as a string; as a value it is not Puppet data. */
export class RubySymbol extends RichValue {
  readonly typeName = "Runtime[ruby, 'Symbol']";
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override hashKey(): string {
    return `Symbol:${this.name}`;
  }

  override toString(): string {
    return this.name;
  }
}
