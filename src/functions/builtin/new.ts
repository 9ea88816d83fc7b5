import { defineFunction, optionalBlock, param, repeatedParam } from "../../evaluate/functions/function.ts";
import type { Scope } from "../../evaluate/scope.ts";
import { askerOf } from "../../evaluate/scope-asker.ts";
import { FunctionContext, LookupContext } from "../../hiera/context.ts";
import { LayeredData } from "../../hiera/layered-data.ts";
import { InitType } from "../../types/init-type.ts";
import { newInstance } from "../../types/new-instance.ts";
import { ObjectInstance } from "../../types/object/object-instance.ts";
import { LOOKUP_CONTEXT } from "../../types/object/standard-objects.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

/** A context that code makes itself, to try a data function out: it belongs to the lookup that is running. */
export function openLookupContext(described: ObjectInstance, scope: Scope): Value {
  const { hiera } = scope.compilation;
  if (!(hiera instanceof LayeredData)) return described;
  const { files, environmentName } = hiera;
  const moduleName = described.attributes.get("module_name");
  const state = new FunctionContext(
    files,
    environmentName,
    typeof moduleName === "string" ? moduleName : undefined,
  );
  return new LookupContext(state, hiera.current ?? hiera.invocation(askerOf(scope)));
}

/** A new instance of a type; the lambda may change it unless the argument is an instance already. */
export const newFunction = defineFunction("new", {
  params: [param("Type", "type"), repeatedParam("Any", "args")],
  block: optionalBlock(),
  body({ compilation: { types }, scope, block }, type: Type, ...args: Value[]) {
    const [only] = args;
    if (args.length === 1 && !(type instanceof InitType) && type.isInstance(only!)) return only!;
    const instance = newInstance(type, args, (name) => types.find(name));
    const isContext = instance instanceof ObjectInstance && instance.type === LOOKUP_CONTEXT;
    const made = isContext ? openLookupContext(instance, scope) : instance;
    return block ? block.call([made]) : made;
  },
});
