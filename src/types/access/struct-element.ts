import { fail } from "../../diagnostics/failure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { EnumType } from "../enum-type.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { OptionalType } from "../optional-type.ts";
import { StringType } from "../string-type.ts";
import { StructElement } from "../struct-type.ts";
import { UndefType } from "../undef-type.ts";
import { className } from "./class-name.ts";
import { typeOfKey } from "./keys.ts";

/** An element of `Struct[{key => type}]`: a key by itself is optional when its value may be undef. */
export function structElement(key: Value, held: Value): StructElement {
  const value = typeOfKey(held);
  if (typeof key !== "string") return new StructElement(literalOf(key), value, key instanceof OptionalType);
  if (key === "") fail("RUNTIME_ERROR", "Struct element key cannot be an empty String");
  return new StructElement(key, value, value.isAssignable(UndefType.default));
}

/** The literal string that a key type stands for. */
function literalOf(key: Value): string {
  const literal = literalType(key);
  if (literal instanceof StringType && literal.value !== undefined) return literal.value;
  fail("RUNTIME_ERROR", `Unable to extract a non-empty literal string from Struct member key type ${key}`);
}

function literalType(key: Value): Type | undefined {
  if (key instanceof NotUndefType || key instanceof OptionalType) return key.type;
  if (key instanceof StringType) return key;
  if (key instanceof EnumType) return key.values.length === 1 ? new StringType(key.values[0]!) : undefined;
  const expected = "Expected NotUndef, Optional, String, or Enum";
  fail("RUNTIME_ERROR", `Illegal Struct member key type. ${expected}. Got: ${className(key)}`);
}
