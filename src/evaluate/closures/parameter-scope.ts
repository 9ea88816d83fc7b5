import { fail } from "../../diagnostics/failure.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { Scope } from "../scope.ts";

/** Thrown when the default of a parameter reads a parameter that has no value yet. */
class UnevaluatedParameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * The scope of a call while its parameters get their values one after another: the default of one sees those
 * before it, and may not read those after it.
 */
export class ParameterScope extends Scope {
  readonly #outer: Scope;
  readonly #callee: string;
  readonly #names: readonly string[];
  readonly #waiting: Set<string>;

  constructor(outer: Scope, callee: string, names: readonly string[]) {
    super(outer.compilation, outer);
    this.#outer = outer;
    this.#callee = callee;
    this.#names = names;
    this.#waiting = new Set(names);
  }

  override own(name: string): Value | undefined {
    if (this.#waiting.has(name)) throw new UnevaluatedParameter(name);
    return super.own(name);
  }

  override declares(name: string): boolean {
    return this.#names.includes(name) || super.declares(name);
  }

  override set(name: string, value: Value): void {
    this.#waiting.delete(name);
    super.set(name, value);
  }

  /** Whether a parameter has its value. */
  isSet(name: string): boolean {
    return !this.#waiting.has(name);
  }

  /** The body may ask for any name: a parameter that got no value is simply not there. */
  finish(): void {
    this.#waiting.clear();
  }

  /** The value of the default expression of a parameter. */
  defaultOf(name: string, expression: Expression): Value {
    const before = this.match;
    this.#outer.binding = this;
    try {
      return evaluate(expression, this);
    } catch (thrown) {
      if (thrown instanceof UnevaluatedParameter) return this.#refuse(name, thrown.name);
      throw thrown;
    } finally {
      this.match = before;
      this.#outer.binding = undefined;
    }
  }

  #refuse(from: string, to: string): never {
    if (this.#names.indexOf(to) < this.#names.indexOf(from)) {
      return fail("MISSING_PARAMETER", `${this.#callee}: expects a value for parameter $${to}`);
    }
    const words = `default expression for $${from} tries to illegally access not yet evaluated $${to}`;
    return fail("UNEVALUATED_PARAMETER", `${this.#callee}: ${words}`);
  }
}
