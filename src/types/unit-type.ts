import { Type } from "../values/type.ts";

/** `Unit`: "I am what you are"; the element type of empty collections. Not nameable in the language. */
export class UnitType extends Type {
  static readonly default = new UnitType();
  readonly name = "Unit";

  isInstance(): boolean {
    return true;
  }

  override isAssignable(): boolean {
    return true;
  }

  override isAssignableTo(): boolean {
    return true;
  }

  accepts(): boolean {
    return true;
  }

  describe(): string {
    return "Unit";
  }
}
