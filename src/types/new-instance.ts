import { fail } from "../diagnostics/failure.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { assertInstance } from "./assert-instance.ts";
import { CallableType } from "./callable-type.ts";
import { inferSet } from "./infer.ts";
import { InitType } from "./init-type.ts";
import { IntegerType } from "./integer-type.ts";
import type { FindType } from "./interpret.ts";
import { type DescribedSignature, describeSignatures } from "./mismatch/signatures.ts";
import type { NewContext } from "./new/constructor.ts";
import { constructorOf, objectTypeOf } from "./new/constructors.ts";
import { construct } from "./new/dispatch.ts";
import { newObject } from "./new/object.ts";
import { NotUndefType } from "./not-undef-type.ts";
import { OptionalType } from "./optional-type.ts";
import { TupleType } from "./tuple-type.ts";

/**
 * `T.new(args...)`, also written `T(args...)`: an instance of a type, checked against it. An argument that is one
 * already is given back. `find` is for `Type.new`, whose text may name types that are not built in.
 */
export function newInstance(type: Type, args: readonly Value[], find: FindType = () => undefined): Value {
  const [only] = args;
  if (args.length === 1 && !(type instanceof InitType) && type.isInstance(only!)) return only!;
  const made = makeInstance(type, args, { find });
  return assertInstance(`Converted value from ${type}.new()`, type, made);
}

function makeInstance(type: Type, args: readonly Value[], context: NewContext): Value {
  const inner = unwrapped(type);
  if (inner instanceof InitType && inner.type) return initialize(inner, inner.type, args, context);
  const object = objectTypeOf(inner);
  if (object && object.givenName !== undefined) return newObject(object, args);
  const maker = constructorOf(inner);
  if (!maker) fail("RUNTIME_ERROR", `Creation of new instance of type '${inner}' is not supported`);
  return construct(maker, args, context);
}

/** The type that instances are made of: what an alias, an Optional or a NotUndef stands around. */
function unwrapped(type: Type): Type {
  const inner = type.unaliased();
  const held = inner instanceof OptionalType || inner instanceof NotUndefType ? inner.type : undefined;
  return held ? unwrapped(held) : inner;
}

const ONE_VALUE: DescribedSignature = {
  type: new CallableType(new TupleType([AnyType.default], IntegerType.exactly(1))),
  parameterNames: ["value"],
};

/** An array is the list of arguments, unless the contained type or a constructor takes it as its only one. */
function initialize(init: InitType, type: Type, args: readonly Value[], { find }: NewContext): Value {
  const { single } = init.sources(type);
  if (args.length !== 1) fail("TYPE_MISMATCH", describeSignatures("new_Init", [ONE_VALUE], inferSet(args)));
  const [value] = args;
  if (init.args.length > 0) return newInstance(type, [value!, ...init.args], find);
  return newInstance(type, Array.isArray(value) && !single.isInstance(value) ? value : [value!], find);
}
