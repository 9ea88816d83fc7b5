import type { Node, NodeOf } from "./ast.ts";

type Label<K extends Node["kind"]> = string | ((node: NodeOf<K>) => string);
type Labels = { readonly [K in Node["kind"]]: Label<K> };

const operator = ({ operator }: { readonly operator: string }) => `'${operator}' expression`;

/** What Puppet's messages call a node (lib/puppet/pops/model/model_label_provider.rb). */
const LABELS: Labels = {
  Program: "Object",
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
  HeredocExpression: ({ syntax }) => `'@(${syntax ?? ""})' expression`,
  QualifiedName: "Name",
  QualifiedReference: "Type-Name",
  VariableExpression: "Variable",
  ReservedWord: ({ word }) => `Reserved Word '${word}'`,
  Nop: "Nop Expression",
  ParenthesizedExpression: "Parenthesized Expression",
  NotExpression: "'not' expression",
  UnaryMinusExpression: "Unary Minus",
  UnfoldExpression: "Unfold",
  ArithmeticExpression: operator,
  ComparisonExpression: operator,
  MatchExpression: operator,
  InExpression: "'in' expression",
  AndExpression: "'and' expression",
  OrExpression: "'or' expression",
  AssignmentExpression: operator,
  RelationshipExpression: operator,
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
  AttributeOperation: operator,
  AttributesOperation: "Object",
  ResourceBody: "Resource Instance Definition",
  ResourceExpression: "Resource Statement",
  ResourceDefaultsExpression: "Resource Defaults Expression",
  ResourceOverrideExpression: "Resource Override",
  VirtualQuery: "Virtual Query",
  ExportedQuery: "Exported Query",
  CollectExpression: ({ query }) => labelOf(query),
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

/** The label of a node, without an article. */
export function labelOf(node: Node): string {
  const label = LABELS[node.kind] as string | ((node: Node) => string);
  return typeof label === "string" ? label : label(node);
}

/** The label with "a" or "an"; quotes are skipped when choosing. */
export function aLabelOf(node: Node): string {
  return withArticle(labelOf(node));
}

/** The label with "A" or "An". */
export function capitalLabelOf(node: Node): string {
  const label = aLabelOf(node);
  return label[0]!.toUpperCase() + label.slice(1);
}

/** A text with "a" or "an" in front, by its first letter (lib/puppet/pops/label_provider.rb). */
export function withArticle(text: string): string {
  const first = text[0] === "'" || text[0] === '"' ? text[1] : text[0];
  return `${"aeiouy".includes((first ?? "x").toLowerCase()) ? "an" : "a"} ${text}`;
}
