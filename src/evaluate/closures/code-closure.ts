import { fail } from "../../diagnostics/failure.ts";
import { assertInstance } from "../../types/assert-instance.ts";
import type { CallableType } from "../../types/callable-type.ts";
import type { DescribedSignature } from "../../types/mismatch/signatures.ts";
import type { Closure, ClosureParameter } from "../../values/closure.ts";
import type { Value } from "../../values/value.ts";
import { checkMemory } from "../bounds.ts";
import { NextSignal } from "../control.ts";
import { evaluate } from "../evaluate.ts";
import { refuseArguments } from "../refuse-arguments.ts";
import type { Scope } from "../scope.ts";
import { boundScope, finalArguments } from "./bind-arguments.ts";
import type { CodeNode, CodeSignature } from "./signature.ts";
import { signatureOf } from "./signatures.ts";

/** A lambda, or a function of the Puppet language, with the scope its names are looked up in. */
export class CodeClosure implements Closure {
  readonly #node: CodeNode;
  readonly #scope: Scope;
  readonly #name: string;
  #signature: CodeSignature | undefined;

  constructor(node: CodeNode, scope: Scope, name: string) {
    this.#node = node;
    this.#scope = scope;
    this.#name = name;
  }

  get signature(): CodeSignature {
    this.#signature ??= signatureOf(this.#node, this.#scope);
    return this.#signature;
  }

  get parameters(): readonly ClosureParameter[] {
    return this.signature.parameters;
  }

  get type(): CallableType {
    return this.signature.callable;
  }

  call(args: readonly Value[]): Value {
    this.#scope.compilation.goOn?.();
    checkMemory();
    const { signature } = this;
    if (signature.reserved !== undefined) refuseReserved(signature.reserved);
    const scope = boundScope(this.#node, this.#scope, this.#name, args, signature.hasDefaults);
    if (signature.typed) this.#check(finalArguments(this.#node, scope));
    return this.#checkedResult(this.#run(scope));
  }

  /** What messages about wrong arguments say of this closure. */
  get described(): DescribedSignature {
    const parameterNames = this.parameters.map(({ name }) => name);
    return { type: this.type, parameterNames };
  }

  #check(args: readonly Value[]): void {
    if (!this.signature.accepts(args)) refuseArguments(this.#name, [this.described], args);
  }

  #checkedResult(value: Value): Value {
    const { returns } = this.signature;
    return returns === undefined
      ? value
      : assertInstance(`value returned from ${this.#name}`, returns, value);
  }

  #run(scope: Scope): Value {
    try {
      return scope.running(() => evaluate(this.#node.body, scope));
    } catch (thrown) {
      if (thrown instanceof NextSignal) return thrown.value;
      throw thrown;
    }
  }
}

function refuseReserved(name: string): never {
  return fail("ILLEGAL_RESERVED_ASSIGNMENT", `Attempt to assign to a reserved variable name: '${name}'`);
}
