import type { Hash } from "../../values/hash.ts";
import { assertInstance } from "../assert-instance.ts";
import { FUNCTION } from "./i12n-types.ts";
import { type MemberContainer, ObjectMember } from "./member.ts";

/** A function that instances of an Object type can be asked; its type is a Callable. */
export class ObjectFunction extends ObjectMember {
  readonly featureType = "function";
  readonly #final: boolean;

  constructor(name: string, container: MemberContainer, definition: Hash) {
    assertInstance(`initializer for function '${name}'`, FUNCTION, definition);
    super(name, container, definition);
    this.#final = definition.get("final") === true;
  }

  get isFinal(): boolean {
    return this.#final;
  }
}
