import { existsSync } from "node:fs";
import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { request } from "../../facts/http.ts";
import { readHocon } from "../../formats/hocon/read-hocon.ts";
import { readJson } from "../../formats/json/read-json.ts";
import { readYaml } from "../../formats/yaml/read-yaml.ts";
import { givenEnvironment } from "../../machine/runtime-variables.ts";
import { readRegularText } from "../../source/read-file.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

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
  return existsSync(source) ? readRegularText(source) : undefined;
}

/** The data in a JSON file or web page, or a default. */
const loadjson = defineLegacyFunction("loadjson", -2, (call, args) => readOrDefault(call, args, readJson));

/** The data in a YAML file or web page, or a default. */
const loadyaml = defineLegacyFunction("loadyaml", -2, (call, args) => readOrDefault(call, args, readYaml));

/** The data in a JSON text, or a default when it cannot be parsed. */
const parsejson = defineLegacyFunction("parsejson", -1, (_call, [text, fallback = null]) => {
  if (text === undefined) {
    fail("ARGUMENT_ERROR", "Wrong number of arguments. 1 or 2 arguments should be provided.");
  }
  return parsedOrDefault(() => implicitText(text), fallback, readJson);
});

/** The data in a YAML text, or a default when it cannot be parsed. */
const parseyaml = defineLegacyFunction("parseyaml", -1, (_call, [text, fallback = null]) => {
  if (text === undefined) {
    fail("ARGUMENT_ERROR", "Wrong number of arguments. 1 or 2 arguments should be provided.");
  }
  return parsedOrDefault(() => implicitText(text), fallback, readYaml);
});

/** The data in a HOCON text, or a default when it cannot be parsed. */
const parsehocon = defineFunction("parsehocon", {
  params: [param("String", "hocon_string"), optionalParam("Any", "default")],
  body({ compilation }, text: string, fallback) {
    try {
      return readHocon(text, givenEnvironment());
    } catch (error) {
      const { message } = error as Error;
      compilation.log({ level: "debug", message: `Parsing hocon failed with error: ${message}` });
      return fallback === undefined ? fail("PARSE_ERROR", message) : fallback;
    }
  },
});

/** The data in a PSON text, or a default when it cannot be parsed. */
const parsepson = defineFunction("parsepson", {
  params: [param("String[1]", "pson_string"), optionalParam("Any", "default")],
  body({ compilation }, text: string, fallback) {
    try {
      return readJson(text);
    } catch (error) {
      const { message } = error as Error;
      compilation.log({ level: "debug", message: `Parsing PSON failed with error: ${message}` });
      return fallback === undefined ? fail("PARSE_ERROR", message) : fallback;
    }
  },
});

/** The functions of this chapter. */
export const parsingFunctions: readonly BuiltinFunction[] = [
  loadjson,
  loadyaml,
  parsejson,
  parseyaml,
  parsehocon,
  parsepson,
];
