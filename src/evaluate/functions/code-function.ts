import type { Place } from "../../diagnostics/issue.ts";
import type { FunctionDefinition } from "../../syntax/ast.ts";
import type { Closure } from "../../values/closure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { CodeClosure } from "../closures/code-closure.ts";
import { ReturnSignal } from "../control.ts";
import { refuseArguments } from "../refuse-arguments.ts";
import type { Scope } from "../scope.ts";
import type { CallableFunction } from "./callable.ts";

/** A function of the Puppet language. Its body sees its parameters and the variables of the top scope. */
export class CodeFunction implements CallableFunction {
  readonly #closure: CodeClosure;
  readonly #name: string;

  constructor(definition: FunctionDefinition, topScope: Scope) {
    this.#closure = new CodeClosure(definition, topScope.withoutMatches(), definition.name);
    this.#name = definition.name;
  }

  get returnType(): Type | undefined {
    return this.#closure.signature.returns;
  }

  call(args: readonly Value[], _scope: Scope, _place: Place, block: Closure | undefined): Value {
    if (block !== undefined || !this.#closure.signature.accepts(args)) {
      refuseArguments(this.#name, [this.#closure.described], args, block);
    }
    try {
      return this.#closure.call(args);
    } catch (thrown) {
      if (thrown instanceof ReturnSignal) return thrown.value;
      throw thrown;
    }
  }
}
