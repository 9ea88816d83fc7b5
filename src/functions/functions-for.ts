import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import type { BuiltinFunctions } from "../evaluate/functions/table.ts";
import type { Environment } from "../modules/environment.ts";
import { builtinFunctions } from "./builtin-functions.ts";
import { isCheckedFile, missingFromStdlib } from "./stdlib-files.ts";
import { stdlibFunctions } from "./stdlib-functions.ts";

/**
 * The functions of Puppet, and those that the module stdlib brings in Ruby, as far as its files are ones that they were
 * checked against.
 */
export function functionsFor(environment: Environment): BuiltinFunctions {
  const checked = new Map<string, boolean>();
  return {
    find: (name) => builtinFunctions.get(name) ?? stdlibFunction(name),
    *names() {
      yield* builtinFunctions.keys();
      for (const name of stdlibFunctions.keys()) if (isChecked(name)) yield name;
    },
    why: (name) => missingFromStdlib(name, environment),
  };

  function stdlibFunction(name: string): BuiltinFunction | undefined {
    const native = stdlibFunctions.get(name);
    return native !== undefined && isChecked(name) ? native : undefined;
  }

  function isChecked(name: string): boolean {
    const known = checked.get(name);
    if (known !== undefined) return known;
    const found = isCheckedFile(name, environment);
    checked.set(name, found);
    return found;
  }
}
