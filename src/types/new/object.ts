import { fail } from "../../diagnostics/failure.ts";
import { Deferred } from "../../values/deferred.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { CallableType } from "../callable-type.ts";
import { inferSet } from "../infer.ts";
import { IntegerType } from "../integer-type.ts";
import { type DescribedSignature, describeSignatures } from "../mismatch/signatures.ts";
import type { Attribute } from "../object/attribute.ts";
import { ObjectInstance } from "../object/object-instance.ts";
import type { ObjectType } from "../object/object-type.ts";
import { DEFERRED } from "../object/standard-objects.ts";
import { TupleType } from "../tuple-type.ts";

/** The two ways to make an instance of an Object type: from a hash of attributes, or from them by position. */
export function objectSignatures(type: ObjectType): readonly DescribedSignature[] {
  const ordered = orderedAttributes(type);
  const required = ordered.filter(({ value }) => value === undefined).length;
  const size = new IntegerType(BigInt(required), BigInt(ordered.length));
  const positional = new TupleType(
    ordered.map(({ type: each }) => each),
    size,
  );
  const one = new TupleType([type.initHashType()], IntegerType.exactly(1));
  return [
    { type: new CallableType(one), parameterNames: ["hash"] },
    { type: new CallableType(positional), parameterNames: ordered.map(({ name }) => name) },
  ];
}

/** Make an instance. */
export function newObject(type: ObjectType, args: readonly Value[]): Value {
  const signatures = objectSignatures(type);
  const [byHash, byPosition] = signatures;
  if (byHash!.type.params!.isInstance(args))
    return instance(type, new Map((args[0] as Hash).entries() as Iterable<[string, Value]>));
  if (!byPosition!.type.params!.isInstance(args)) {
    fail("TYPE_MISMATCH", describeSignatures(`new_${type.label}`, signatures, inferSet(args)));
  }
  const names = byPosition!.parameterNames;
  return instance(type, new Map(args.map((value, i) => [names[i]!, value])));
}

/** Attributes to give: required ones first. */
function orderedAttributes(type: ObjectType): Attribute[] {
  const given = [...type.attributes().values()].filter(({ isGiven }) => isGiven);
  const hasDefault = ({ value }: Attribute) => value !== undefined;
  return [...given.filter((each) => !hasDefault(each)), ...given.filter(hasDefault)];
}

function instance(type: ObjectType, given: ReadonlyMap<string, Value>): Value {
  if (type === DEFERRED) {
    return new Deferred(
      String(given.get("name")),
      (given.get("arguments") as readonly Value[] | null) ?? undefined,
    );
  }
  const attributes = [...type.attributes().values()].filter((attribute) => attribute.isGiven);
  return new ObjectInstance(
    type,
    new Map(attributes.map(({ name, value }) => [name, given.get(name) ?? value ?? null])),
  );
}
