import { hashKey } from "./hash-key.ts";
import { RichValue } from "./rich-value.ts";
import type { Value } from "./value.ts";

/** A value that no output may show; `value` is the secret itself. */
export class Sensitive extends RichValue {
  readonly typeName = "Sensitive";
  readonly value: Value;

  constructor(value: Value) {
    super();
    this.value = value;
  }

  hashKey(): string {
    return `Sensitive:${typeof this.value}:${String(hashKey(this.value))}`;
  }

  toString(): string {
    return "Sensitive [value redacted]";
  }

  /** Keeps the secret out of JSON.stringify and console output. */
  toJSON(): string {
    return this.toString();
  }
}
