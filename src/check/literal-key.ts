import type { Expression } from "../syntax/ast.ts";
import { floatToText } from "../values/float-text.ts";

/** A literal value: `id` is equal for equal values, `text` is how Puppet's messages show it. */
export interface LiteralKey {
  readonly id: string;
  readonly text: string;
}

/** The value of an expression that is literal through and through; undefined for any other. */
export function literalKey(node: Expression): LiteralKey | undefined {
  switch (node.kind) {
    case "LiteralString":
    case "QualifiedName":
      return { id: JSON.stringify(node.value), text: node.value };
    case "LiteralInteger":
    case "LiteralBoolean":
      return { id: String(node.value), text: String(node.value) };
    case "LiteralFloat":
      return { id: `float ${node.value}`, text: floatToText(node.value) };
    case "LiteralUndef":
      return { id: "undef", text: "" };
    case "LiteralDefault":
      return { id: "default", text: "default" };
    case "LiteralRegularExpression":
      return { id: `/${node.pattern}/`, text: `(?-mix:${node.pattern})` };
    case "LiteralList":
      return listKey(node.values);
    case "LiteralHash":
      return hashKey(node.entries.map(({ key, value }) => [key, value]));
    default:
      return undefined;
  }
}

function listKey(values: readonly Expression[]): LiteralKey | undefined {
  const keys = values.map(literalKey);
  if (!keys.every((key) => key !== undefined)) return undefined;
  const text = keys.map(inspected).join(", ");
  return { id: `[${keys.map(({ id }) => id).join()}]`, text: `[${text}]` };
}

function hashKey(entries: readonly (readonly [Expression, Expression])[]): LiteralKey | undefined {
  const pairs: [LiteralKey, LiteralKey][] = [];
  for (const [key, value] of entries) {
    const keyKey = literalKey(key);
    const valueKey = literalKey(value);
    if (keyKey === undefined || valueKey === undefined) return undefined;
    pairs.push([keyKey, valueKey]);
  }
  const ids = pairs.map(([key, value]) => `${key.id}:${value.id}`).sort();
  const text = pairs.map(([key, value]) => `${inspected(key)}=>${inspected(value)}`).join(", ");
  return { id: `{${ids.join()}}`, text: `{${text}}` };
}

/** As Ruby's `inspect` shows a value inside of an array or a hash. */
function inspected({ id, text }: LiteralKey): string {
  if (id === "undef") return "nil";
  return id === "default" ? ":default" : id.startsWith("float ") ? text : id.startsWith("[") ? text : id;
}
