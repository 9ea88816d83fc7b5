import type { Expression, Node } from "../syntax/ast.ts";

const IDEM: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>([
  ...(["Nop", "LiteralInteger", "LiteralFloat", "LiteralString", "LiteralBoolean", "LiteralUndef"] as const),
  ...(["LiteralDefault", "LiteralRegularExpression", "LiteralList", "LiteralHash", "QualifiedName"] as const),
  ...([
    "QualifiedReference",
    "ReservedWord",
    "VariableExpression",
    "AccessExpression",
    "NamedAccessExpression",
  ] as const),
  ...([
    "ArithmeticExpression",
    "ComparisonExpression",
    "InExpression",
    "AndExpression",
    "OrExpression",
  ] as const),
  ...(["NotExpression", "UnaryMinusExpression", "UnfoldExpression", "TextExpression"] as const),
  ...(["ConcatenatedString", "HeredocExpression", "SelectorExpression"] as const),
]);

/** Whether evaluating an expression is known to change nothing: its value is all there is to it. */
export function isIdem(node: Node): boolean {
  switch (node.kind) {
    case "ParenthesizedExpression":
      return isIdem(node.expr);
    case "BlockExpression":
      return node.statements.every(isIdem);
    case "IfExpression":
    case "UnlessExpression":
      return isIdem(node.test) && isIdem(node.then) && isIdem(node.else);
    case "CaseExpression":
      return isIdem(node.test) && node.options.every(isIdem);
    case "CaseOption":
      return node.values.every(isIdem) && isIdem(node.then);
    default:
      return IDEM.has(node.kind);
  }
}

/** The last expression of a body, if it is there for its value only. */
export function idemLast(body: Expression): Expression | undefined {
  const last = body.kind === "BlockExpression" ? body.statements.at(-1) : body;
  return last !== undefined && last.kind !== "Nop" && isIdem(last) ? last : undefined;
}

/** `file { mode => '0644' }`: a name and a hash, where a title was forgotten. */
export function resourceWithoutTitle(node: Node): string | undefined {
  if (node.kind !== "BlockExpression" || node.statements.length !== 2) return undefined;
  const [name, hash] = node.statements;
  return name?.kind === "QualifiedName" && hash?.kind === "LiteralHash" ? name.value : undefined;
}
