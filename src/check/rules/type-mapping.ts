import type { Expression, TypeMapping } from "../../syntax/ast.ts";
import { aLabelOf, capitalLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** `type Runtime[ruby, X] = Y` maps a type to a type, or a pattern to a pattern. */
export const typeMapping: Rule = {
  TypeMapping: (node, context) => {
    const left = leftSide(node.type);
    if (left === undefined) {
      const message = `Expressions of type ${aLabelOf(node)} are not supported in this version of Puppet`;
      context.report("UNSUPPORTED_EXPRESSION", node, message);
    } else if (rightSide(node.mapping) !== left) report(left, node, context);
  },
};

type Side = "type" | "pattern";

function leftSide(type: Expression): Side | undefined {
  if (type.kind !== "AccessExpression") return undefined;
  const { left, keys } = type;
  if (left.kind !== "QualifiedReference" || left.value !== "Runtime") return undefined;
  return keys.length === 2 && isPattern(keys[1]!) ? "pattern" : "type";
}

function rightSide(mapping: Expression): Side | undefined {
  if (isPattern(mapping)) return "pattern";
  const name = mapping.kind === "AccessExpression" ? mapping.left : mapping;
  return name.kind === "QualifiedReference" ? "type" : undefined;
}

/** `[/regexp/, 'replacement']` */
function isPattern(node: Expression): boolean {
  if (node.kind !== "LiteralList" || node.values.length !== 2) return false;
  return node.values[0]!.kind === "LiteralRegularExpression" && node.values[1]!.kind === "LiteralString";
}

function report(left: Side, node: TypeMapping, context: CheckContext): void {
  const expected = left === "type" ? "a Type" : "a Tuple[Regexp,String]";
  const message = `Illegal type mapping. Expected ${expected} on the left side, got ${capitalLabelOf(node)}`;
  context.report("ILLEGAL_TYPE_MAPPING", node, message);
}
