import type * as ast from "./ast.ts";

type Children = {
  readonly [K in ast.Node["kind"]]: (node: ast.NodeOf<K>) => readonly (ast.Node | undefined)[];
};

const NONE: readonly ast.Node[] = [];
const none = () => NONE;
const expr = ({ expr }: { readonly expr: ast.Expression }) => [expr];
const both = ({ left, right }: { readonly left: ast.Expression; readonly right: ast.Expression }) => [
  left,
  right,
];
const branches = ({ test, then, else: otherwise }: ast.IfExpression | ast.UnlessExpression) => [
  test,
  then,
  otherwise,
];
const call = (node: ast.CallNamedFunctionExpression | ast.CallMethodExpression) => [
  node.functor,
  ...node.arguments,
  node.lambda,
];
const definition = ({ parameters, body }: ast.HostClassDefinition | ast.ResourceTypeDefinition) => [
  ...parameters,
  body,
];
const callable = (node: ast.FunctionDefinition | ast.PlanDefinition | ast.LambdaExpression) => [
  ...node.parameters,
  node.body,
  node.returnType,
];

/** In the order in which Puppet's model lists them (lib/puppet/pops/model/ast.rb). */
const CHILDREN: Children = {
  Program: ({ body }) => [body],
  LiteralInteger: none,
  LiteralFloat: none,
  LiteralString: none,
  LiteralBoolean: none,
  LiteralUndef: none,
  LiteralDefault: none,
  LiteralRegularExpression: none,
  LiteralList: ({ values }) => values,
  KeyedEntry: ({ key, value }) => [key, value],
  LiteralHash: ({ entries }) => entries,
  ConcatenatedString: ({ segments }) => segments,
  TextExpression: expr,
  HeredocExpression: ({ text }) => [text],
  QualifiedName: none,
  QualifiedReference: none,
  VariableExpression: none,
  ReservedWord: none,
  Nop: none,
  ParenthesizedExpression: expr,
  NotExpression: expr,
  UnaryMinusExpression: expr,
  UnfoldExpression: expr,
  ArithmeticExpression: both,
  ComparisonExpression: both,
  MatchExpression: both,
  InExpression: both,
  AndExpression: both,
  OrExpression: both,
  AssignmentExpression: both,
  RelationshipExpression: both,
  AccessExpression: ({ left, keys }) => [left, ...keys],
  NamedAccessExpression: both,
  BlockExpression: ({ statements }) => statements,
  IfExpression: branches,
  UnlessExpression: branches,
  CaseOption: ({ values, then }) => [...values, then],
  CaseExpression: ({ test, options }) => [test, ...options],
  SelectorEntry: ({ matching, value }) => [matching, value],
  SelectorExpression: ({ left, selectors }) => [left, ...selectors],
  Parameter: ({ value, type }) => [value, type],
  LambdaExpression: callable,
  CallNamedFunctionExpression: call,
  CallMethodExpression: call,
  AttributeOperation: ({ value }) => [value],
  AttributesOperation: expr,
  ResourceBody: ({ title, operations }) => [title, ...operations],
  ResourceExpression: ({ typeName, bodies }) => [typeName, ...bodies],
  ResourceDefaultsExpression: ({ typeRef, operations }) => [typeRef, ...operations],
  ResourceOverrideExpression: ({ resources, operations }) => [resources, ...operations],
  VirtualQuery: expr,
  ExportedQuery: expr,
  CollectExpression: ({ type, query, operations }) => [type, query, ...operations],
  HostClassDefinition: definition,
  ResourceTypeDefinition: definition,
  NodeDefinition: ({ parent, matches, body }) => [parent, ...matches, body],
  FunctionDefinition: callable,
  PlanDefinition: callable,
  TypeAlias: ({ type }) => [type],
  TypeDefinition: ({ body }) => [body],
  TypeMapping: ({ type, mapping }) => [type, mapping],
  ApplyExpression: (node) => [...node.arguments, node.body],
  EppExpression: ({ body }) => [body],
  RenderStringExpression: none,
  RenderExpression: expr,
};

/** The nodes directly in a node, in Puppet's order; undefined where an optional one is missing. */
export function childrenOf(node: ast.Node): readonly (ast.Node | undefined)[] {
  return (CHILDREN[node.kind] as (node: ast.Node) => readonly (ast.Node | undefined)[])(node);
}
