import { fail } from "../../diagnostics/failure.ts";
import type { Value } from "../../values/value.ts";
import { CallableType } from "../callable-type.ts";
import { EMPTY } from "../collection-type.ts";
import { inference } from "../inference.ts";
import { describeSignatures } from "../mismatch/signatures.ts";
import { TupleType } from "../tuple-type.ts";
import type { ObjectMember } from "./member.ts";
import type { ObjectInstance } from "./object-instance.ts";

const NO_ARGUMENTS = new CallableType(new TupleType([], EMPTY));

/** What asking an instance for a member gives: an attribute's value, or what its function returns. */
export function invokeMember(instance: ObjectInstance, member: ObjectMember, args: readonly Value[]): Value {
  const type = member.featureType === "attribute" ? NO_ARGUMENTS : (member.type as CallableType);
  if (!type.params?.isInstance(args)) {
    const signature = { type, parameterNames: [] };
    fail("TYPE_MISMATCH", describeSignatures(member.label, [signature], inference.inferSet(args)));
  }
  if (member.featureType === "attribute") return instance.get(member.name) ?? null;
  if (instance.type.name === "Error" && member.name === "message") return instance.get("msg") ?? null;
  return fail("RUNTIME_ERROR", `no method is implemented for ${member.label}`);
}
