import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { type JsonLayout, PRETTY, rubyJson } from "../../formats/json/ruby-json.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

const OPTIONS =
  "Struct[{indent => Optional[String], space => Optional[String], space_before => Optional[String], " +
  "object_nl => Optional[String], array_nl => Optional[String], allow_nan => Optional[Boolean], " +
  "max_nesting => Optional[Integer[-1,default]]}]";

/** A value as JSON over several lines; undef values of the outermost collection can be left out. */
export const to_json_pretty = defineFunction("to_json_pretty", {
  params: [
    param("Variant[Hash, Array]", "data"),
    optionalParam("Optional[Boolean]", "skip_undef"),
    optionalParam(OPTIONS, "opts"),
  ],
  body(_call, data: Value, skipUndef: Value = false, options: Hash = Hash.empty) {
    const shown = skipUndef === true ? withoutUndef(data) : data;
    return `${rubyJson(shown, layoutOf(options))}\n`;
  },
});

function withoutUndef(data: Value): Value {
  if (data instanceof Hash) return Hash.from([...data].filter(([, value]) => value !== null));
  return (data as readonly Value[]).filter((value) => value !== null);
}

function layoutOf(options: Hash): JsonLayout {
  const given = (name: string, otherwise: string) => {
    const text = options.get(name);
    return typeof text === "string" ? text : otherwise;
  };
  return {
    indent: given("indent", PRETTY.indent),
    space: given("space", PRETTY.space),
    spaceBefore: given("space_before", PRETTY.spaceBefore),
    objectLine: given("object_nl", PRETTY.objectLine),
    arrayLine: given("array_nl", PRETTY.arrayLine),
  };
}
