import { fail } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { Closure } from "../../values/closure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { checkMemory } from "../bounds.ts";
import type { Compilation } from "../compilation.ts";
import type { FunctionTable } from "../function-table.ts";
import type { Scope } from "../scope.ts";
import type { CallableFunction } from "./callable.ts";
import { CodeFunction } from "./code-function.ts";
import type { BuiltinFunction } from "./function.ts";
import { NativeFunction } from "./native-function.ts";

/** Where the built-in functions come from: those of Puppet, and of modules whose functions are written here too. */
export interface BuiltinFunctions {
  find(name: string): BuiltinFunction | undefined;
  names(): Iterable<string>;
  /** Why a function that is not among them is not known, when that is known. */
  why?(name: string): string | undefined;
}

/**
 * Functions by name: those that manifests read so far define, then built-in ones, then those that a file of the
 * environment or a module defines, in the Puppet language or in Ruby; each is prepared when first called.
 */
export class LoadedFunctions implements FunctionTable {
  readonly #builtins: BuiltinFunctions;
  readonly #ruby: Pick<BuiltinFunctions, "find"> | undefined;
  /** Asked for late: the compilation has this table among its parts. */
  readonly #compilation: () => Compilation;
  readonly #found = new Map<string, CallableFunction>();

  /** `ruby` finds the functions of modules that are written in Ruby. */
  constructor(
    builtins: BuiltinFunctions,
    compilation: () => Compilation,
    ruby?: Pick<BuiltinFunctions, "find">,
  ) {
    this.#builtins = builtins;
    this.#compilation = compilation;
    this.#ruby = ruby;
  }

  has(name: string): boolean {
    return this.#find(plain(name)) !== undefined;
  }

  call(name: string, args: readonly Value[], scope: Scope, place: Place, block?: Closure): Value {
    scope.compilation.goOn?.();
    checkMemory();
    const found = this.#find(plain(name));
    return found === undefined ? this.#unknown(name) : found.call(args, scope, place, block);
  }

  returnType(name: string): Type | undefined {
    return this.#find(plain(name))?.returnType;
  }

  *names(): Iterable<string> {
    yield* this.#builtins.names();
    yield* this.#compilation().definitions.names("function");
  }

  #find(name: string): CallableFunction | undefined {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = this.#load(name);
    if (found !== undefined) this.#found.set(name, found);
    return found;
  }

  #load(name: string): CallableFunction | undefined {
    const { definitions, topScope } = this.#compilation();
    const builtin = definitions.knownFunction(name) ? undefined : this.#builtins.find(name);
    if (builtin !== undefined) return new NativeFunction(builtin);
    const definition = definitions.function(name);
    if (definition !== undefined) return new CodeFunction(definition, topScope);
    const ruby = this.#ruby?.find(name);
    return ruby === undefined ? undefined : new NativeFunction(ruby);
  }

  #unknown(name: string): never {
    const hint = this.#builtins.why?.(plain(name)) ?? didYouMean(name, this.names());
    return fail("UNKNOWN_FUNCTION", `Unknown function: '${name}'.`, hint);
  }
}

function plain(name: string): string {
  return name.startsWith("::") ? name.slice(2) : name;
}
