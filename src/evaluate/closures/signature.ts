import type { Expression, FunctionDefinition, LambdaExpression, Parameter } from "../../syntax/ast.ts";
import { AnyType } from "../../types/any-type.ts";
import { ArrayType } from "../../types/array-type.ts";
import { CallableType } from "../../types/callable-type.ts";
import { IntegerType } from "../../types/integer-type.ts";
import { TupleType } from "../../types/tuple-type.ts";
import type { ClosureParameter } from "../../values/closure.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { RESERVED_VARIABLES } from "../set-variable.ts";

/** Code with a parameter list. */
export type CodeNode = LambdaExpression | FunctionDefinition;

/** The parameter list of a lambda or a function with its types worked out. */
export class CodeSignature {
  readonly parameters: readonly ClosureParameter[];
  readonly returns: Type | undefined;
  readonly min: number;
  readonly max: number;
  /** Whether any parameter restricts what it takes. */
  readonly typed: boolean;
  readonly hasDefaults: boolean;
  /** A parameter named like a variable that nobody may set; calling is an error. */
  readonly reserved: string | undefined;
  #callable: CallableType | undefined;

  constructor(node: CodeNode, scope: Scope) {
    this.parameters = node.parameters.map((parameter) => closureParameter(parameter, scope));
    this.returns = node.returnType === undefined ? undefined : typeFrom(node.returnType, scope);
    const ranges = this.parameters.map(countRange);
    this.min = ranges.reduce((sum, [min]) => sum + min, 0);
    this.max = ranges.reduce((sum, [, max]) => sum + max, 0);
    this.typed =
      this.parameters.some(({ type }) => !(type instanceof AnyType)) ||
      ranges.some(([, max]) => max > 1 && max < Infinity);
    this.hasDefaults = node.parameters.some(({ value }) => value !== undefined);
    this.reserved = this.parameters.find(({ name }) => RESERVED_VARIABLES.has(name))?.name;
    checkOrder(node, ranges);
  }

  /** The type of what is called like this. */
  get callable(): CallableType {
    this.#callable ??= new CallableType(
      new TupleType(this.parameters.map(elementType), this.#size()),
      undefined,
      this.returns,
    );
    return this.#callable;
  }

  /** Whether a call with these arguments fits: their number and their types. */
  accepts(args: readonly Value[]): boolean {
    if (args.length < this.min || args.length > this.max) return false;
    if (!this.typed) return true;
    const last = this.parameters.length - 1;
    return args.every((arg, i) => elementType(this.parameters[Math.min(i, last)]!).isInstance(arg));
  }

  #size(): IntegerType {
    return new IntegerType(BigInt(this.min), this.max === Infinity ? undefined : BigInt(this.max));
  }
}

function closureParameter(parameter: Parameter, scope: Scope): ClosureParameter {
  return {
    name: parameter.name,
    type: parameter.type === undefined ? AnyType.default : typeFrom(parameter.type, scope),
    optional: parameter.value !== undefined,
    capturesRest: parameter.capturesRest,
  };
}

function typeFrom(node: Expression, scope: Scope): Type {
  const type = evaluate(node, scope);
  return type instanceof Type ? type : failAt(node, "TYPE_MISMATCH", "Expected value of type Type");
}

/** An array type on a `*rest` parameter says how many values it takes, and of which type each. */
function elementType({ type, capturesRest }: ClosureParameter): Type {
  return capturesRest && type instanceof ArrayType ? type.element : type;
}

function countRange({ type, capturesRest, optional }: ClosureParameter): readonly [number, number] {
  if (!capturesRest) return [optional ? 0 : 1, 1];
  if (!(type instanceof ArrayType)) return [0, Infinity];
  const { min, max } = type.sizeRange;
  return [Number(min), max === undefined ? Infinity : Number(max)];
}

function checkOrder(node: CodeNode, ranges: readonly (readonly [number, number])[]): void {
  const firstOptional = ranges.findIndex(([min]) => min === 0);
  if (firstOptional < 0) return;
  const wrong = ranges.findIndex(([min], i) => i > firstOptional && min > 0);
  const parameter = node.parameters[wrong];
  if (parameter === undefined) return;
  const words = `Parameter $${parameter.name} is required but appears after optional parameters`;
  failAt(parameter, "REQUIRED_PARAMETER_AFTER_OPTIONAL", words);
}
