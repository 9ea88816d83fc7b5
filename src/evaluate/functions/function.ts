import type { Value } from "../../values/value.ts";
import type { Call } from "./call.ts";

/** A parameter of a signature: a Pcore type as text, a name for messages, and how often it may be given. */
export interface SignatureParam {
  readonly type: string;
  readonly name: string;
  readonly count: "required" | "optional" | "repeated" | "required-repeated";
}

/** The lambda of a signature: its Callable type as text. */
export interface SignatureBlock {
  readonly type: string;
  readonly name: string;
  readonly count: "required" | "optional";
}

/**
 * One way to call a function (`dispatch` of Puppet's 4.x function API). Arguments reach `body` as given, already
 * checked against the types; a repeated parameter's values follow one another.
 */
export interface Signature {
  readonly params: readonly SignatureParam[];
  readonly block?: SignatureBlock | undefined;
  readonly returns?: string | undefined;
  body(call: Call, ...args: (Value | undefined)[]): Value;
  /**
   * Set for an `argument_mismatch`: asked, after the signatures, when none accepts the arguments; its body then
   * gives the words of the error. A body that gives undef has none.
   */
  readonly mismatch?: true | undefined;
}

/** A built-in function: the first signature that accepts the arguments is used. */
export interface BuiltinFunction {
  readonly name: string;
  readonly signatures: readonly Signature[];
  /** Type aliases that only the signatures know (`local_types`), each as text: `{ Name: "Variant[...]" }`. */
  readonly localTypes?: Readonly<Record<string, string>> | undefined;
}

export function param(type: string, name: string): SignatureParam {
  return { type, name, count: "required" };
}

export function optionalParam(type: string, name: string): SignatureParam {
  return { type, name, count: "optional" };
}

export function repeatedParam(type: string, name: string): SignatureParam {
  return { type, name, count: "repeated" };
}

export function requiredRepeatedParam(type: string, name: string): SignatureParam {
  return { type, name, count: "required-repeated" };
}

export function block(type = "Callable", name = "block"): SignatureBlock {
  return { type, name, count: "required" };
}

export function optionalBlock(type = "Callable", name = "block"): SignatureBlock {
  return { type, name, count: "optional" };
}

/** A built-in function whose signatures use type aliases of their own. */
export function defineFunctionWithTypes(
  name: string,
  localTypes: Readonly<Record<string, string>>,
  ...signatures: Signature[]
): BuiltinFunction {
  return { name, signatures, localTypes };
}

export function defineFunction(name: string, ...signatures: Signature[]): BuiltinFunction {
  return { name, signatures };
}
