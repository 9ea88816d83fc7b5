import type { Type } from "../../values/type.ts";
import { ArrayType } from "../array-type.ts";
import { CallableType } from "../callable-type.ts";
import { IntegerType } from "../integer-type.ts";
import { OptionalType } from "../optional-type.ts";
import { TupleType } from "../tuple-type.ts";
import { describe } from "./describe.ts";
import { mergeAlternatives } from "./merge.ts";
import { type Mismatch, MissingRequiredBlock, UnexpectedBlock } from "./mismatch.ts";
import type { Path } from "./path.ts";
import { CountMismatch } from "./size-mismatch.ts";
import { TypeMismatch } from "./type-mismatch.ts";

/** A way to call something, as messages show it. */
export interface DescribedSignature {
  readonly type: CallableType;
  readonly parameterNames: readonly string[];
  readonly blockName?: string | undefined;
}

/**
 * Why arguments fit none of the signatures of `name` (a function, or `lambda`). `args` is the detailed type of the
 * arguments, with the Callable of the block last when there is one.
 */
export function describeSignatures(
  name: string,
  signatures: readonly DescribedSignature[],
  args: Type,
): string {
  const mismatches = signatureMismatches(signatures, args);
  const label = name === "lambda" ? "block" : `'${name}'`;
  const merged = mergeAlternatives(0, CountMismatch, mismatches);
  if (merged.length === 1) return `${label}${merged[0]!.text()}`;
  if (signatures.length === 1) {
    return [`${label} expects (${signatureText(signatures[0]!)})`, ...rejections(mismatches[0]!, "  ")].join(
      "\n",
    );
  }
  const lines = signatures.flatMap((signature, i) => [
    `  (${signatureText(signature)})`,
    ...rejections(mismatches[i]!, "    "),
  ]);
  const start = `The function ${label} was called with arguments it does not accept. It expects one of:`;
  return [start, ...lines].join("\n");
}

function rejections(mismatches: readonly Mismatch[], indent: string): string[] {
  return mismatches.map((mismatch) => `${indent}rejected:${mismatch.without(0).text()}`);
}

/** What is wrong for each signature; blocks are looked at only when the arguments of one of them fit. */
function signatureMismatches(signatures: readonly DescribedSignature[], args: Type): Mismatch[][] {
  const path = (i: number): Path => [{ kind: "signature", key: i }];
  const byArguments = signatures.map((signature, i) => describeArguments(signature, args, path(i)));
  if (byArguments.every((mismatches) => mismatches.length > 0)) return byArguments;
  const byBlock = signatures.map((signature, i) => describeBlock(signature, args, path(i)));
  if (byBlock.every((mismatches) => mismatches.length > 0)) return byBlock;
  return byArguments.map((mismatches, i) => (mismatches.length === 0 ? byBlock[i]! : mismatches));
}

function describeArguments(signature: DescribedSignature, args: Type, path: Path): Mismatch[] {
  const params = signature.type.params ?? TupleType.default;
  if (!(args instanceof TupleType || args instanceof ArrayType))
    return [new TypeMismatch(path, params, args)];
  const types = args instanceof TupleType ? args.types : params.types.map(() => args.element);
  const hasBlock = types.at(-1)?.isCallable() ?? false;
  const count = hasBlock ? types.length - 1 : types.length;
  const given = hasBlock ? IntegerType.exactly(count) : args.sizeRange;
  if (!params.sizeRange.covers(given)) return [new CountMismatch(path, params.sizeRange, given)];
  return describeFirst(signature, params, types.slice(0, count), path);
}

/** The mismatches of the first argument that does not fit. */
function describeFirst(
  signature: DescribedSignature,
  params: TupleType,
  types: readonly Type[],
  path: Path,
): Mismatch[] {
  for (const [i, type] of types.entries()) {
    const expected = params.at(i);
    if (!expected || expected.isAssignable(type)) continue;
    const name = signature.parameterNames[Math.min(i, params.types.length - 1)] ?? "";
    const mismatches = describe(expected, type, [...path, { kind: "parameter", key: name }]);
    if (mismatches.length > 0) return mismatches;
  }
  return [];
}

function describeBlock(signature: DescribedSignature, args: Type, path: Path): Mismatch[] {
  const { block } = signature.type;
  const given = args instanceof TupleType ? args.types.at(-1) : undefined;
  if (!given?.isCallable()) return signature.type.blockIsOptional ? [] : [new MissingRequiredBlock(path)];
  if (!block) return [new UnexpectedBlock(path)];
  const expected = block instanceof OptionalType && block.type ? block.type : block;
  return expected.isAssignable(given)
    ? []
    : describe(block, given, [...path, { kind: "block", key: "block" }]);
}

/** A signature in one line: "Integer x, String y?, Any z*". */
export function signatureText(signature: DescribedSignature): string {
  const { params, block } = signature.type;
  if (!params || (params.sizeRange.min === 0n && params.sizeRange.max === 0n)) return "";
  const names = signature.parameterNames.length > 0 ? signature.parameterNames : params.types.map(() => "");
  const parts = names.map((name, i) => {
    const { mark, type } = parameter(signature, names.length, i);
    return `${type} ${name}${mark}`;
  });
  return [...parts, ...blockText(block, signature.blockName)].join(", ");
}

/** A parameter's type and the mark that says how often it may be given. */
function parameter(
  signature: DescribedSignature,
  count: number,
  i: number,
): { mark: string; type: Type | undefined } {
  const params = signature.type.params!;
  const { min, max } = params.sizeRange;
  const type = params.at(i);
  if (max === Infinity && i === count - 1) return { mark: min === BigInt(count) ? "+" : "*", type };
  if (i + 1 <= min) return { mark: "", type };
  return { mark: "?", type: type instanceof OptionalType ? type.type : type };
}

function blockText(block: Type | undefined, name = "block"): string[] {
  if (block instanceof OptionalType) return [`${block.type} ${name}?`];
  return block instanceof CallableType ? [`${block} ${name}`] : [];
}
