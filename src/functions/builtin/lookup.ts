import {
  block,
  defineFunction,
  optionalBlock,
  optionalParam,
  param,
} from "../../evaluate/functions/function.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { lookupCall, requestOf } from "../lookup-call.ts";

const NAME = "Variant[String, Array[String]]";
const MERGE = "Variant[String[1], Hash[String, Scalar]]";
const OPTIONS = `value_type => Optional[Type], default_value => Optional[Any],
  override => Optional[Hash[String, Any]], default_values_hash => Optional[Hash[String, Any]],
  merge => Optional[${MERGE}]`;

/** Finds a value in layered data (Hiera). */
export const lookup = defineFunction(
  "lookup",
  {
    params: [param(NAME, "name"), optionalParam("Type", "value_type"), optionalParam(MERGE, "merge")],
    body: (call, name: Value, type?: Value, merge?: Value) => lookupCall(call, name, { type, merge }),
  },
  {
    params: [
      param(NAME, "name"),
      param("Optional[Type]", "value_type"),
      param(`Optional[${MERGE}]`, "merge"),
      param("Any", "default_value"),
    ],
    body: (call, name: Value, type: Value, merge: Value, defaultValue: Value) =>
      lookupCall(call, name, { type, merge, defaultValue }),
  },
  {
    params: [param(NAME, "name"), optionalParam("Type", "value_type"), optionalParam(MERGE, "merge")],
    block: block(`Callable[${NAME}]`),
    body: (call, name: Value, type?: Value, merge?: Value) => lookupCall(call, name, { type, merge }),
  },
  {
    params: [param(`Struct[{name => ${NAME}, ${OPTIONS}}]`, "options_hash")],
    block: optionalBlock(`Callable[${NAME}]`),
    body: (call, options: Hash) => lookupCall(call, options.get("name") as Value, requestOf(options)),
  },
  {
    params: [param(NAME, "name"), param(`Struct[{${OPTIONS}}]`, "options_hash")],
    block: optionalBlock(`Callable[${NAME}]`),
    body: (call, name: Value, options: Hash) => lookupCall(call, name, requestOf(options)),
  },
);
