import { fail } from "../../diagnostics/failure.ts";
import type { Value } from "../../values/value.ts";
import { infer } from "../infer.ts";

/** Why a value cannot be converted, in Puppet's words. */
export function cannotConvert(from: Value, target: string): string {
  if (typeof from === "string") return `The string '${from}' cannot be converted to ${target}`;
  return `Value of type ${infer(from).generalize()} cannot be converted to ${target}`;
}

/** Fails because a conversion did not work out. */
export function conversionFailed(message: string): never {
  fail("TYPE_CONVERSION", message);
}
