import { assertInstance } from "../../types/assert-instance.ts";
import { infer, inferSet } from "../../types/infer.ts";
import { describeMismatch } from "../../types/mismatch/describe.ts";
import { fromData } from "../../values/rich-data/from-data.ts";
import { toData } from "../../values/rich-data/to-data.ts";
import type { RichValue } from "../../values/rich-value.ts";
import { SemVer } from "../../values/sem-ver.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import { toText } from "../../values/to-text.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import type { AnswerContext, Answers } from "./answers.ts";

/** The type system, and what values know of themselves. */
export function typeAnswers(context: AnswerContext): Answers {
  return {
    "type.parse": (text: string) => context.compilation().types.parse(text),
    "type.instance": (type: Type, value: Value) => type.isInstance(value),
    "type.assignable": (type: Type, other: Type) => type.isAssignable(other),
    "type.generalize": (type: Type) => type.generalize(),
    "type.infer": (value: Value, detailed: boolean) => (detailed ? inferSet(value) : infer(value)),
    "type.assert": (subject: string, type: Type, value: Value) => assertInstance(subject, type, value),
    "type.mismatch": (subject: string, expected: Type, actual: Type) =>
      describeMismatch(subject, expected, actual),
    "value.text": (value: Value) => toText(value),
    "value.to_data": (value: Value, rich: boolean) => toData(value, { rich }),
    "value.from_data": (value: Value) => fromData(value, () => undefined),
    "range.includes": (range: string, version: string) =>
      SemVerRange.parse(range).includes(SemVer.parse(version)),
    "object.member?": (object: RichValue, name: string) => object.method(name) !== undefined,
    "object.member": (object: RichValue, name: string, args: readonly Value[]) =>
      object.method(name)?.(args, undefined) ?? null,
  };
}
