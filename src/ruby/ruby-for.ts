import type { Compilation } from "../evaluate/compilation.ts";
import type { BuiltinFunctions } from "../evaluate/functions/table.ts";
import type { RubyParts } from "../evaluate/start-compilation.ts";
import type { Environment } from "../modules/environment.ts";
import { RubyFunctions } from "./functions.ts";
import { RubyRuntime } from "./runtime.ts";
import { ErbTemplates } from "./templates.ts";

/** The Ruby of the environment that was compiled last: most processes compile one, and a server the same again and again. */
let last: { readonly key: string; readonly runtime: RubyRuntime } | undefined;

/** What an environment's modules bring in Ruby. Nothing of Ruby is loaded before something of it is used. */
export function rubyFor(environment: Environment, natives: BuiltinFunctions): RubyParts {
  const runtime = runtimeFor(environment, natives);
  const begin = (compilation: Compilation) => runtime.begin(compilation);
  return { begin, templates: new ErbTemplates(runtime), functions: new RubyFunctions(environment, runtime) };
}

/** The Ruby that an environment's code runs in. */
export function runtimeFor(environment: Environment, natives: BuiltinFunctions): RubyRuntime {
  const key = JSON.stringify([environment.path, environment.modulepath]);
  if (last?.key === key) return last.runtime;
  const isNative = (name: string) => natives.find(name) !== undefined;
  last = { key, runtime: new RubyRuntime({ environment, isNative }) };
  return last.runtime;
}
