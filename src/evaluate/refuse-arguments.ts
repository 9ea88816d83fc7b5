import { fail } from "../diagnostics/failure.ts";
import { inferSet } from "../types/infer.ts";
import { type DescribedSignature, describeSignatures } from "../types/mismatch/signatures.ts";
import { TupleType } from "../types/tuple-type.ts";
import type { Closure } from "../values/closure.ts";
import type { Value } from "../values/value.ts";

/** Fail because arguments fit none of the ways something can be called, saying why. */
export function refuseArguments(
  name: string,
  signatures: readonly DescribedSignature[],
  args: readonly Value[],
  block?: Closure,
): never {
  const given = block === undefined ? inferSet(args) : new TupleType([...args.map(inferSet), block.type]);
  return fail("ARGUMENT_ERROR", describeSignatures(name, signatures, given));
}
