import type { Scope } from "../evaluate/scope.ts";
import { askerOf } from "../evaluate/scope-asker.ts";
import { FunctionContext, LookupContext } from "../hiera/context.ts";
import { LayeredData } from "../hiera/layered-data.ts";
import type { ObjectInstance } from "../types/object/object-instance.ts";
import type { Value } from "../values/value.ts";

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
