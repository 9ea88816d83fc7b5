import type { Type } from "../../values/type.ts";
import { CallableType } from "../callable-type.ts";
import { OptionalType } from "../optional-type.ts";
import type { DescribedSignature } from "./signatures.ts";

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
