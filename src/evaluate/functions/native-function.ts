import { Failure, fail } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import type { Closure } from "../../values/closure.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import type { Compilation } from "../compilation.ts";
import { refuseArguments } from "../refuse-arguments.ts";
import type { Scope } from "../scope.ts";
import type { Call } from "./call.ts";
import type { CallableFunction } from "./callable.ts";
import type { BuiltinFunction } from "./function.ts";
import { LocalTypes } from "./local-types.ts";
import { PreparedSignature } from "./prepared-signature.ts";

/** A built-in function; the types of its signatures are parsed when it is first called. */
export class NativeFunction implements CallableFunction {
  readonly #definition: BuiltinFunction;
  #prepared: readonly PreparedSignature[] | undefined;
  #mismatches: readonly PreparedSignature[] = [];

  constructor(definition: BuiltinFunction) {
    this.#definition = definition;
  }

  call(args: readonly Value[], scope: Scope, place: Place, block: Closure | undefined): Value {
    const signatures = this.#prepared ?? this.#prepare(scope.compilation);
    const { name } = this.#definition;
    const call: Call = { name, scope, compilation: scope.compilation, block, place };
    if (scope.compilation.settings.tasks) refuseWhenScripting(call);
    for (const prepared of signatures) {
      if (prepared.accepts(args, block)) return prepared.signature.body(call, ...args);
    }
    return this.#refuse(call, args);
  }

  #prepare(compilation: Compilation): readonly PreparedSignature[] {
    const { signatures, localTypes } = this.#definition;
    const types = localTypes === undefined ? compilation.types : new LocalTypes(localTypes, compilation);
    const all = signatures.map((signature) => new PreparedSignature(signature, types));
    this.#mismatches = all.filter(({ signature }) => signature.mismatch);
    this.#prepared = all.filter(({ signature }) => !signature.mismatch);
    return this.#prepared;
  }

  /** A function may have words of its own for arguments it is often given by mistake. */
  #refuse(call: Call, args: readonly Value[]): never {
    const known = this.#mismatches.find((mismatch) => mismatch.accepts(args, call.block));
    const words = known?.signature.body(call, ...args) ?? null;
    if (words !== null) return fail("ARGUMENT_ERROR", `'${call.name}' ${toText(words)}`);
    return refuseArguments(call.name, this.#prepared!, args, call.block);
  }
}

const CATALOG_OPERATIONS: ReadonlySet<string> = new Set([
  ...["contain", "create_resources", "include", "realize", "require", "tag", "tagged"],
]);
const FEATURES: Readonly<Record<string, string>> = {
  template: "ERB template",
  inline_template: "ERB inline_template",
};

/** Fails for the functions that only work while a catalog is compiled; for code of plans (setting `tasks`). */
export function refuseWhenScripting({ name, place }: Call): void {
  if (CATALOG_OPERATIONS.has(name))
    refuse("CATALOG_OPERATION_NOT_SUPPORTED_WHEN_SCRIPTING", `The catalog operation '${name}'`);
  const feature = FEATURES[name];
  if (feature !== undefined) refuse("NOT_SUPPORTED_WHEN_SCRIPTING", `The feature '${feature}'`);

  function refuse(code: string, what: string): never {
    const message = `${what} is only available when compiling a catalog`;
    throw new Failure({ code, severity: "error", message, place });
  }
}
