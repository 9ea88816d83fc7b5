import type { Place } from "../../diagnostics/issue.ts";
import type { BuiltinFunction } from "../../functions/function.ts";
import type { Value } from "../../values/value.ts";
import type { Closure } from "../closure.ts";
import { refuseArguments } from "../refuse-arguments.ts";
import type { Scope } from "../scope.ts";
import type { TypeTable } from "../type-table.ts";
import type { CallableFunction } from "./callable.ts";
import { PreparedSignature } from "./prepared-signature.ts";

/** A built-in function; the types of its signatures are parsed when it is first called. */
export class NativeFunction implements CallableFunction {
  readonly #definition: BuiltinFunction;
  readonly #table: TypeTable;
  #prepared: readonly PreparedSignature[] | undefined;

  constructor(definition: BuiltinFunction, table: TypeTable) {
    this.#definition = definition;
    this.#table = table;
  }

  call(args: readonly Value[], scope: Scope, place: Place, block: Closure | undefined): Value {
    this.#prepared ??= this.#definition.signatures.map(
      (signature) => new PreparedSignature(signature, this.#table),
    );
    const fitting = this.#prepared.find((signature) => signature.accepts(args, block));
    if (fitting === undefined) return refuseArguments(this.#definition.name, this.#prepared, args, block);
    const { name } = this.#definition;
    return fitting.signature.body({ name, scope, compilation: scope.compilation, block, place }, ...args);
  }
}
