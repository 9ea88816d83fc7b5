import type { Value } from "../values/value.ts";
import { builtinType } from "./builtin-types.ts";
import { type FindType, interpret, interpretType } from "./interpret.ts";
import "./new/constructors.ts";
import type { Type } from "../values/type.ts";
import { TypeParser } from "./parse/type-parser.ts";

/** Types by their text, kept when nothing but built-in names decides what they are. */
const known = new Map<string, Type>();

/** The type that a text denotes; names that neither is built in nor `find` knows become references. */
export function parseType(text: string, find: FindType = () => undefined): Type {
  const kept = known.get(text) ?? builtinType(text);
  if (kept) return kept;
  let isBuiltin = true;
  const type = interpretType(new TypeParser(text).parse(), (name) => {
    isBuiltin = false;
    return find(name);
  });
  if (isBuiltin) known.set(text, type);
  return type;
}

/** The value of a text of literals and types. */
export function parseLiteral(text: string, find: FindType = () => undefined): Value {
  return interpret(new TypeParser(text).parse(), find);
}
