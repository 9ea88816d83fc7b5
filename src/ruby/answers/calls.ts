import type { Scope } from "../../evaluate/scope.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import { findRubyFunction } from "../../modules/ruby-function-files.ts";
import type { Closure } from "../../values/closure.ts";
import type { Value } from "../../values/value.ts";
import type { AnswerContext, Answers } from "./answers.ts";

/** Calls from Ruby back into the language. */
export function callAnswers(context: AnswerContext, isNative: (name: string) => boolean): Answers {
  return {
    "function.call": (scope: Scope | null, name: string, args: readonly Value[], block: Closure | null) => {
      const { functions, topScope } = context.compilation();
      return functions.call(name, args, scope ?? topScope, context.place(), block ?? undefined);
    },
    "function.exists": (name: string) => context.compilation().functions.has(name),
    /** The file of a function of the 3.x API that runs in Ruby. */
    "function.file": (name: string) => {
      if (isNative(name)) return null;
      const found = findRubyFunction(name, context.compilation().environment);
      return found?.api === 3 ? found.file : null;
    },
    "closure.call": (closure: Closure, args: readonly Value[]) => closure.call(args),
    "module.file": (folder: "files" | "templates", name: string) =>
      findModuleFile(folder, name, context.compilation().environment) ?? null,
    "stack.trace": () => {
      const { file, line } = context.place();
      return line === undefined ? [] : [[file ?? "unknown", BigInt(line)]];
    },
  };
}
