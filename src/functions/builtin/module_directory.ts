import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";

/** The directory of the first of the named modules that there is. */
export const module_directory = defineFunction(
  "module_directory",
  { params: [repeatedParam("String", "names")], body: (call, ...names: string[]) => directory(call, names) },
  {
    params: [repeatedParam("Array[String]", "names")],
    body: (call, names: readonly string[] = []) => directory(call, names),
  },
);

function directory({ compilation }: Call, names: readonly string[]): string | null {
  for (const name of names) {
    const module = compilation.environment.module(name);
    if (module) return module.path;
  }
  return null;
}
