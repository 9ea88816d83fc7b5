import type { Node } from "../syntax/ast.ts";

/** What people call each kind of node, as Puppet's messages do (lib/puppet/pops/model/model_label_provider.rb). */
const LABELS: Partial<Record<Node["kind"], string>> = {
  LiteralInteger: "Literal Integer",
  LiteralFloat: "Literal Float",
  LiteralString: "String",
  LiteralBoolean: "Boolean",
  LiteralUndef: "'undef' expression",
  LiteralDefault: "'default' expression",
  LiteralRegularExpression: "Regular Expression",
  LiteralList: "Array Expression",
  KeyedEntry: "Hash Entry",
  LiteralHash: "Hash Expression",
  ConcatenatedString: "Double Quoted String",
  TextExpression: "Expression in Interpolated String",
  QualifiedName: "Name",
  QualifiedReference: "Type-Name",
  VariableExpression: "Variable",
  Nop: "Nop Expression",
  ParenthesizedExpression: "Parenthesized Expression",
  NotExpression: "'not' expression",
  UnaryMinusExpression: "Unary Minus",
  UnfoldExpression: "Unfold",
  InExpression: "'in' expression",
  AndExpression: "'and' expression",
  OrExpression: "'or' expression",
  AccessExpression: "'[]' expression",
  NamedAccessExpression: "'.' expression",
  BlockExpression: "Block Expression",
  IfExpression: "'if' statement",
  UnlessExpression: "'unless' Statement",
  CaseOption: "Case Option",
  CaseExpression: "'case' statement",
  SelectorEntry: "Selector Option",
  SelectorExpression: "Selector Expression",
  Parameter: "Parameter Definition",
  LambdaExpression: "Lambda",
  CallNamedFunctionExpression: "Function Call",
  CallMethodExpression: "Method call",
  ResourceBody: "Resource Instance Definition",
  ResourceExpression: "Resource Statement",
  ResourceDefaultsExpression: "Resource Defaults Expression",
  ResourceOverrideExpression: "Resource Override",
  VirtualQuery: "Virtual Query",
  ExportedQuery: "Exported Query",
  HostClassDefinition: "Host Class Definition",
  ResourceTypeDefinition: "'define' expression",
  NodeDefinition: "Node Definition",
  FunctionDefinition: "Function Definition",
  PlanDefinition: "Plan Definition",
  TypeAlias: "Type Alias",
  TypeDefinition: "Type Definition",
  TypeMapping: "Type Mapping",
  ApplyExpression: "'apply' expression",
  EppExpression: "Epp Template",
  RenderStringExpression: "Epp Text",
  RenderExpression: "Epp Interpolated Expression",
};

/** The label of a node, without an article: `Function Call`, `'+' expression`. */
export function nodeLabel(node: Node): string {
  if (node.kind === "HeredocExpression") return `'@(${node.syntax ?? ""})' expression`;
  if (node.kind === "CollectExpression") return nodeLabel(node.query);
  if (node.kind === "ReservedWord") return `Reserved Word '${node.word}'`;
  if ("operator" in node) return `'${node.operator}' expression`;
  return LABELS[node.kind] ?? node.kind;
}
