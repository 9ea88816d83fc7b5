import { fail } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import type { BuiltinFunction } from "../../functions/function.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import type { Closure } from "../closure.ts";
import type { Compilation } from "../compilation.ts";
import { refuseArguments } from "../refuse-arguments.ts";
import type { Scope } from "../scope.ts";
import type { CallableFunction } from "./callable.ts";
import { LocalTypes } from "./local-types.ts";
import { PreparedSignature } from "./prepared-signature.ts";

/** A built-in function; the types of its signatures are parsed when it is first called. */
export class NativeFunction implements CallableFunction {
  readonly #definition: BuiltinFunction;
  #prepared: readonly PreparedSignature[] | undefined;

  constructor(definition: BuiltinFunction) {
    this.#definition = definition;
  }

  call(args: readonly Value[], scope: Scope, place: Place, block: Closure | undefined): Value {
    const { compilation } = scope;
    const { name } = this.#definition;
    this.#prepared ??= this.#prepare(compilation);
    const fitting = this.#prepared.find((signature) => signature.accepts(args, block));
    if (fitting === undefined) return this.#refuse(args, block);
    const value = fitting.signature.body({ name, scope, compilation, block, place }, ...args);
    if (fitting.signature.mismatch) fail("ARGUMENT_ERROR", `'${name}' ${toText(value)}`);
    return value;
  }

  #prepare(compilation: Compilation): readonly PreparedSignature[] {
    const { localTypes, signatures } = this.#definition;
    const table = localTypes ? new LocalTypes(localTypes, compilation) : compilation.types;
    return signatures.map((signature) => new PreparedSignature(signature, table));
  }

  #refuse(args: readonly Value[], block: Closure | undefined): never {
    const ways = this.#prepared!.filter(({ signature }) => !signature.mismatch);
    return refuseArguments(this.#definition.name, ways, args, block);
  }
}
