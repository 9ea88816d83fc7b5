import { fail } from "../diagnostics/failure.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import type { Call } from "../evaluate/functions/call.ts";
import type {
  BuiltinFunction,
  Signature,
  SignatureBlock,
  SignatureParam,
} from "../evaluate/functions/function.ts";
import type { Environment } from "../modules/environment.ts";
import { findRubyFunction, type RubyFunctionFile } from "../modules/ruby-function-files.ts";
import { assertInstance } from "../types/assert-instance.ts";
import { Hash } from "../values/hash.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { RubyRuntime } from "./runtime.ts";

/** The functions that modules and the environment bring in Ruby; a file is loaded when its function is first called. */
export class RubyFunctions {
  readonly #environment: Environment;
  readonly #runtime: RubyRuntime;

  constructor(environment: Environment, runtime: RubyRuntime) {
    this.#environment = environment;
    this.#runtime = runtime;
  }

  find(name: string): BuiltinFunction | undefined {
    const found = findRubyFunction(name, this.#environment);
    if (found === undefined) return undefined;
    return found.api === 4
      ? new DispatchedFunction(name, found, this.#runtime)
      : legacyFunction(name, found, this.#runtime);
  }
}

/** A function of the 4.x API: Ruby says how it may be called, and runs the method that fits. */
class DispatchedFunction implements BuiltinFunction {
  readonly name: string;
  readonly #file: string;
  readonly #runtime: RubyRuntime;
  #loaded:
    | { readonly signatures: readonly Signature[]; readonly localTypes: Record<string, string> }
    | undefined;

  constructor(name: string, { file }: RubyFunctionFile, runtime: RubyRuntime) {
    this.name = name;
    this.#file = file;
    this.#runtime = runtime;
  }

  get signatures(): readonly Signature[] {
    return this.#load().signatures;
  }

  get localTypes(): Readonly<Record<string, string>> {
    return this.#load().localTypes;
  }

  #load() {
    this.#loaded ??= this.#described(this.#runtime.call("function.load", this.name, this.#file));
    return this.#loaded;
  }

  #described(description: Value) {
    const { dispatches, local_types } = plain(description) as {
      dispatches: DispatchDescription[];
      local_types: Record<string, string>;
    };
    return { signatures: dispatches.map((each, i) => this.#signature(each, i)), localTypes: local_types };
  }

  #signature({ params, block, returns, mismatch, method }: DispatchDescription, index: number): Signature {
    const checked = returns === null ? (value: Value) => value : checkedResult(method, returns);
    return {
      params,
      block: block ?? undefined,
      returns: returns ?? undefined,
      ...(mismatch ? { mismatch: true as const } : {}),
      body: ({ scope, place, block: lambda }, ...args) => {
        const given = args.map((arg) => arg ?? null);
        const value = this.#runtime.callFrom(
          place,
          "function.invoke",
          this.name,
          this.#file,
          BigInt(index),
          scope,
          given,
          lambda,
        );
        return checked(value, scope.compilation);
      },
    };
  }
}

interface DispatchDescription {
  readonly params: readonly SignatureParam[];
  readonly block: SignatureBlock | null;
  readonly returns: string | null;
  readonly mismatch: boolean;
  readonly method: string;
}

/** Asserts the type that a dispatch says its values have. */
function checkedResult(method: string, returns: string): (value: Value, compilation: Compilation) => Value {
  let known: { readonly compilation: Compilation; readonly type: Type } | undefined;
  return (value, compilation) => {
    if (known?.compilation !== compilation) known = { compilation, type: compilation.types.parse(returns) };
    return assertInstance(`value returned from function '${method}'`, known.type, value);
  };
}

/** A function of the 3.x API: it takes any arguments and checks them itself; statements have no value. */
function legacyFunction(name: string, { file }: RubyFunctionFile, runtime: RubyRuntime): BuiltinFunction {
  const body = ({ scope, place, block }: Call, ...args: (Value | undefined)[]): Value => {
    if (block !== undefined) fail("ARGUMENT_ERROR", `${name}(): a function of the 3.x API takes no lambda`);
    return runtime.callFrom(
      place,
      "function.invoke_legacy",
      name,
      file,
      scope,
      args.map((arg) => arg ?? null),
    );
  };
  return { name, signatures: [{ params: [{ type: "Any", name: "args", count: "repeated" }], body }] };
}

/** What Ruby tells about itself, as plain data. */
function plain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Hash)
    return Object.fromEntries([...value].map(([key, member]) => [String(key), plain(member)]));
  return value;
}
