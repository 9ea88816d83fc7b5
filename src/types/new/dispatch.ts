import { fail } from "../../diagnostics/failure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { CallableType } from "../callable-type.ts";
import { inferSet } from "../infer.ts";
import { IntegerType } from "../integer-type.ts";
import { type FindType, interpretType } from "../interpret.ts";
import { type DescribedSignature, describeSignatures } from "../mismatch/signatures.ts";
import { TypeParser } from "../parse/type-parser.ts";
import { TupleType } from "../tuple-type.ts";
import { TypeAliasType } from "../type-alias-type.ts";
import type { Constructor, ConstructorParam, LocalType, NewContext } from "./constructor.ts";

/** The parameters of a constructor with their types parsed. */
interface Compiled {
  readonly dispatches: readonly DescribedSignature[];
  readonly mismatches: readonly DescribedSignature[];
  readonly local: LocalType;
}

const compiled = new WeakMap<Constructor, Compiled>();

/** The signatures of a constructor. */
export function signaturesOf(maker: Constructor): readonly DescribedSignature[] {
  return compile(maker).dispatches;
}

/** Make an instance with the first dispatch that takes the arguments. */
export function construct(maker: Constructor, args: readonly Value[], context: NewContext): Value {
  const { dispatches, mismatches, local } = compile(maker);
  const taken = dispatches.findIndex((signature) => takes(signature, args));
  if (taken >= 0) return maker.dispatches[taken]!.body(context, ...args);
  const known = mismatches.findIndex((signature) => takes(signature, args));
  if (known >= 0) {
    const words = maker.mismatches![known]!.words(local, ...args);
    fail("TYPE_CONVERSION", `'${maker.name}' ${words}`);
  }
  fail("TYPE_MISMATCH", describeSignatures(maker.name, dispatches, inferSet(args)));
}

function takes({ type }: DescribedSignature, args: readonly Value[]): boolean {
  return type.params!.isInstance(args);
}

function compile(maker: Constructor): Compiled {
  let found = compiled.get(maker);
  if (!found) {
    const find = localTypes(maker.types ?? {});
    found = {
      dispatches: maker.dispatches.map(({ params }) => signature(params, find)),
      mismatches: (maker.mismatches ?? []).map(({ params }) => signature(params, find)),
      local: (name) => find(name)!,
    };
    compiled.set(maker, found);
  }
  return found;
}

function localTypes(texts: Readonly<Record<string, string>>): FindType {
  const types = new Map<string, Type>();
  const find: FindType = (name) => types.get(name);
  for (const [name, text] of Object.entries(texts))
    types.set(name, new TypeAliasType(name, () => parse(text, find)));
  return find;
}

function parse(text: string, find: FindType): Type {
  return interpretType(new TypeParser(text).parse(), find);
}

function signature(params: readonly ConstructorParam[], find: FindType): DescribedSignature {
  const required = params.filter(([, , count]) => count === undefined).length;
  const size = new IntegerType(BigInt(required), BigInt(params.length));
  const types = params.map(([type]) => parse(type, find));
  return {
    type: new CallableType(new TupleType(types, size)),
    parameterNames: params.map(([, name]) => name),
  };
}
