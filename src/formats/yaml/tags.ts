import { isMap, isSeq, type Node } from "yaml";
import type { Value } from "../../values/value.ts";
import { type ForbiddenClass, plainScalar } from "./plain-scalar.ts";
import { RubySymbol } from "./ruby-symbol.ts";

const CORE = "tag:yaml.org,2002:";
const CLASSES: readonly (readonly [tag: RegExp, name: string])[] = [
  [/^!ruby\/regexp/, "Regexp"],
  [/^!ruby\/range/, "Range"],
  [/^!ruby\/struct$/, "Struct"],
  [/^!ruby\/exception$/, "Exception"],
  [/^!ruby\/object$/, "Object"],
  [/^!ruby\/encoding/, "Encoding"],
];
const NAMED =
  /^!(?:ruby\/(?:object|struct|exception|array|hash|string|hash-with-ivars|marshalable)|str|seq|map):(.+)$/;

/** The Ruby class a node's tag would make an object of; undefined for plain data. */
export function forbiddenByTag(node: Node): string | undefined {
  const tag = (node as { tag?: string }).tag;
  if (tag === undefined) return undefined;
  const named = NAMED.exec(tag)?.[1];
  if (named !== undefined && named !== "Hash") return named;
  if (isMap(node) && (tag === "!set" || tag === `${CORE}set`)) return "Psych::Set";
  if (isMap(node) && (tag === "!omap" || tag === `${CORE}omap`)) return "Psych::Omap";
  if (isMap(node) || isSeq(node)) return CLASSES.find(([pattern]) => pattern.test(tag))?.[1];
  if (/^!ruby\/(class|module)/.test(tag)) return String((node as { value?: unknown }).value);
  return CLASSES.find(([pattern]) => pattern.test(tag))?.[1];
}

/** The value of a scalar with a tag: quotes do not matter then. */
export function taggedScalar(tag: string, text: string): Value | ForbiddenClass {
  if (tag === "!binary" || tag === `${CORE}binary`) return Buffer.from(text, "base64").toString("utf8");
  if (tag === "!str" || tag === "!ruby/string" || tag === `${CORE}str`) return text;
  if (/^!ruby\/sym(bol)?/.test(tag)) return new RubySymbol(text);
  const value = plainScalar(text);
  if (tag !== "!float" && tag !== `${CORE}float`) return value;
  return typeof value === "bigint" ? Number(value) : value;
}
