import { existsSync, readFileSync } from "node:fs";
import { fail } from "../diagnostics/failure.ts";
import type { Call } from "../evaluate/functions/call.ts";
import { isTrue } from "../evaluate/truth.ts";
import { request } from "../facts/http.ts";
import { rubyText } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";

/** What a file or a web page holds, parsed; a default when it is missing or cannot be parsed. */
export function readOrDefault(call: Call, args: readonly Value[], parse: (text: string) => Value): Value {
  if (args.length < 1)
    fail("ARGUMENT_ERROR", "Wrong number of arguments. 1 or 2 arguments should be provided.");
  const source = rubyText(args[0]!);
  const fallback = args[1] ?? null;
  const text = contentOf(source);
  if (text === undefined) {
    const message = `Can't load '${source}' File does not exist!`;
    call.compilation.log({ level: "warning", message, source: call.scope.toString() });
    return fallback;
  }
  return parsedOrDefault(() => text, fallback, parse);
}

/** A text parsed; a default when there is no text, or it cannot be parsed or holds nothing. */
export function parsedOrDefault(text: () => string, fallback: Value, parse: (text: string) => Value): Value {
  try {
    const value = parse(text());
    return isTrue(value) ? value : (fallback ?? value);
  } catch (error) {
    if (isTrue(fallback)) return fallback;
    return fail("PARSE_ERROR", (error as Error).message);
  }
}

function contentOf(source: string): string | undefined {
  if (/^https?:\/\//.test(source)) return request([{ method: "GET", url: source, headers: {} }])[0];
  return existsSync(source) ? readFileSync(source, "utf8") : undefined;
}
