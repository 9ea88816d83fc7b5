import { CallableType } from "../../types/callable-type.ts";
import { IntegerType } from "../../types/integer-type.ts";
import { OptionalType } from "../../types/optional-type.ts";
import { TupleType } from "../../types/tuple-type.ts";
import type { Closure } from "../../values/closure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import type { TypeTable } from "../type-table.ts";
import type { Signature, SignatureParam } from "./function.ts";

/** A signature of a built-in function with its types parsed, ready to be tried on arguments. */
export class PreparedSignature {
  readonly signature: Signature;
  readonly #types: readonly Type[];
  readonly #blockType: Type | undefined;
  /** Whether lambdas of a type are accepted: one lambda is often given many times. */
  readonly #blocks = new WeakMap<Type, boolean>();
  readonly #min: number;
  readonly #max: number;

  constructor(signature: Signature, table: TypeTable) {
    this.signature = signature;
    this.#types = signature.params.map(({ type }) => table.parse(type));
    this.#blockType = signature.block === undefined ? undefined : table.parse(signature.block.type);
    this.#min = signature.params.filter(
      ({ count }) => count === "required" || count === "required-repeated",
    ).length;
    this.#max = signature.params.some(isRepeated) ? Infinity : signature.params.length;
  }

  get parameterNames(): readonly string[] {
    return this.signature.params.map(({ name }) => name);
  }

  get blockName(): string {
    return this.signature.block?.name ?? "block";
  }

  /** The Callable type of this signature, as messages describe it. */
  get type(): CallableType {
    const max = this.#max === Infinity ? undefined : BigInt(this.#max);
    const params = new TupleType(this.#types, new IntegerType(BigInt(this.#min), max));
    const block = this.#blockType;
    return new CallableType(
      params,
      block && this.signature.block?.count === "optional" ? new OptionalType(block) : block,
    );
  }

  accepts(args: readonly Value[], block: Closure | undefined): boolean {
    if (args.length < this.#min || args.length > this.#max || !this.#acceptsBlock(block)) return false;
    const last = this.#types.length - 1;
    for (let i = 0; i < args.length; i++) {
      if (!this.#types[i < last ? i : last]!.isInstance(args[i]!)) return false;
    }
    return true;
  }

  #acceptsBlock(block: Closure | undefined): boolean {
    if (block === undefined) return this.signature.block?.count !== "required";
    if (this.#blockType === undefined) return false;
    const known = this.#blocks.get(block.type);
    if (known !== undefined) return known;
    const accepted = this.#blockType.isAssignable(block.type);
    this.#blocks.set(block.type, accepted);
    return accepted;
  }
}

function isRepeated({ count }: SignatureParam): boolean {
  return count === "repeated" || count === "required-repeated";
}
