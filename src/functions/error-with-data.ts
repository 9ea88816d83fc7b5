import { Failure } from "../diagnostics/failure.ts";
import { ObjectInstance } from "../types/object/object-instance.ts";
import { ERROR } from "../types/object/standard-objects.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** A failure that code can be given as an `Error` value. */
export class ErrorWithData extends Failure {
  readonly kind: string;
  readonly details: Readonly<Record<string, Value>>;

  constructor(kind: string, code: string, message: string, details: Readonly<Record<string, Value>>) {
    super({ code, severity: "error", message });
    this.kind = kind;
    this.details = details;
  }

  /** The failure as a value of the language. */
  toValue(): ObjectInstance {
    const { message: msg, code } = this.issue;
    const attributes: Record<string, Value> = {
      msg,
      kind: this.kind,
      details: Hash.of(this.details),
      issue_code: code,
    };
    return new ObjectInstance(ERROR, new Map(Object.entries(attributes)));
  }
}
