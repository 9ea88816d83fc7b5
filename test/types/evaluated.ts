import { Failure } from "../../src/diagnostics/failure.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { Source } from "../../src/source/source.ts";
import { parse } from "../../src/syntax/parse.ts";
import { convertToString } from "../../src/types/string-format/convert.ts";
import { Sensitive } from "../../src/values/sensitive.ts";
import { Timespan } from "../../src/values/timespan.ts";
import { Timestamp } from "../../src/values/timestamp.ts";
import type { Value } from "../../src/values/value.ts";
import { compilation } from "../evaluate/evaluator.ts";

/** Evaluates expressions one after another, with types defined in Puppet code. */
export class Evaluator {
  readonly #compilation = compilation([]);

  define(code: string): void {
    this.#compilation.definitions.add(program(code));
  }

  value(expression: string): Value {
    return evaluate(program(expression).body, this.#compilation.topScope);
  }

  /** The value as source code, or the error after an exclamation mark. */
  answer(expression: string): string {
    try {
      return shown(this.value(expression));
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      return `! ${words(thrown.issue.message)}`;
    }
  }
}

function program(code: string) {
  const { program: parsed, issues } = parse(new Source(code));
  if (parsed === undefined) throw new Failure(issues[0]!);
  return parsed;
}

/** The words of an error itself, without those of the evaluator around it. */
function words(message: string): string {
  return message
    .replace(/^Evaluation Error: /, "")
    .replace(/^Error while evaluating a (Function Call|Method call), /, "");
}

function shown(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Sensitive) return `Sensitive(${shown(value.value)})`;
  if (value instanceof Timestamp || value instanceof Timespan) return `${value.typeName} ${value}`;
  return convertToString(value, "%p");
}
