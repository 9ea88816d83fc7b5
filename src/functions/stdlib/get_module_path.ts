import type { Call } from "../../evaluate/functions/call.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The directory of a module. */
export const get_module_path = defineLegacyFunction("get_module_path", -1, (call, args) => {
  if (args.length !== 1) parseError("get_module_path(): Wrong number of arguments, expects one");
  return modulePath(call, rubyText(args[0]!));
});

/** The directory of a module; fails when there is no such module. */
export function modulePath({ compilation: { environment } }: Call, name: string): string {
  const module = environment.module(name);
  return module?.path ?? parseError(`Could not find module ${name} in environment ${environment.name}`);
}
