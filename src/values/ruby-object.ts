import { RichValue } from "./rich-value.ts";

/** An object of Ruby that the Puppet language has no value for; a Symbol is known by its text alone. */
export class RubyObject extends RichValue {
  /** Its class in Ruby. */
  readonly typeName: string;
  readonly text: string;
  /** The instance of Ruby that keeps it, and where; undefined for a Symbol. */
  readonly kept: { readonly generation: number; readonly number: number } | undefined;

  constructor(typeName: string, text: string, kept?: { generation: number; number: number }) {
    super();
    this.typeName = typeName;
    this.text = text;
    this.kept = kept;
  }

  static symbol(name: string): RubyObject {
    return new RubyObject("Symbol", name);
  }

  hashKey(): string {
    const { generation, number } = this.kept ?? {};
    return `Ruby:${this.typeName}:${generation}:${number}:${this.kept === undefined ? this.text : ""}`;
  }

  toString(): string {
    return this.text;
  }
}
