import type * as ast from "./ast.ts";
import { type Pn, type PnEntry, pnCall, pnList, pnLiteral, pnMap } from "./pn.ts";

type Writers = { readonly [K in ast.Node["kind"]]: (node: ast.NodeOf<K>) => Pn };

/** A node in Puppet Notation (lib/puppet/pops/model/pn_transformer.rb). */
export function nodeToPn(node: ast.Node): Pn {
  return (WRITERS[node.kind] as (node: ast.Node) => Pn)(node);
}

const literals = {
  LiteralInteger: ({ value, radix }) => {
    if (radix === 10) return pnLiteral(value);
    return pnCall(
      "int",
      pnMap([
        ["radix", pnLiteral(BigInt(radix))],
        ["value", pnLiteral(value)],
      ]),
    );
  },
  LiteralFloat: ({ value }) => pnLiteral(value),
  LiteralString: ({ value }) => pnLiteral(value),
  LiteralBoolean: ({ value }) => pnLiteral(value),
  LiteralUndef: () => pnLiteral(null),
  LiteralDefault: () => pnCall("default"),
  LiteralRegularExpression: ({ pattern }) => pnCall("regexp", pnLiteral(pattern)),
  LiteralList: ({ values }) => pnCall("array", ...all(values)),
  LiteralHash: ({ entries }) => pnCall("hash", ...all(entries)),
  KeyedEntry: ({ key, value }) => pnCall("=>", nodeToPn(key), nodeToPn(value)),
  ConcatenatedString: ({ segments }) => pnCall("concat", ...all(segments)),
  TextExpression: ({ expr }) => pnCall("str", nodeToPn(expr)),
  HeredocExpression: ({ syntax, text }) => {
    const entry: PnEntry | undefined = syntax === undefined ? undefined : ["syntax", pnLiteral(syntax)];
    return pnCall("heredoc", pnMap([entry, ["text", nodeToPn(text)]]));
  },
  QualifiedName: ({ value }) => pnCall("qn", pnLiteral(value)),
  QualifiedReference: ({ value }) => pnCall("qr", pnLiteral(value)),
  VariableExpression: ({ name }) => pnCall("var", pnLiteral(name)),
  ReservedWord: ({ word }) => pnCall("reserved", pnLiteral(word)),
  Nop: () => pnCall("nop"),
} satisfies Partial<Writers>;

const operators = {
  ParenthesizedExpression: ({ expr }) => pnCall("paren", nodeToPn(expr)),
  NotExpression: ({ expr }) => pnCall("!", nodeToPn(expr)),
  UnaryMinusExpression: ({ expr }) => {
    if (expr.kind === "LiteralInteger" || expr.kind === "LiteralFloat") return pnLiteral(-expr.value);
    return pnCall("-", nodeToPn(expr));
  },
  UnfoldExpression: ({ expr }) => pnCall("unfold", nodeToPn(expr)),
  ArithmeticExpression: (node) => binary(node.operator, node),
  ComparisonExpression: (node) => binary(node.operator, node),
  MatchExpression: (node) => binary(node.operator, node),
  InExpression: (node) => binary("in", node),
  AndExpression: (node) => binary("and", node),
  OrExpression: (node) => binary("or", node),
  AssignmentExpression: (node) => binary(node.operator, node),
  RelationshipExpression: (node) => binary(node.operator, node),
  NamedAccessExpression: (node) => binary(".", node),
  AccessExpression: ({ left, keys }) => pnCall("access", nodeToPn(left), ...all(keys)),
} satisfies Partial<Writers>;

const control = {
  BlockExpression: ({ statements }) => pnCall("block", ...all(statements)),
  IfExpression: (node) => conditional("if", node),
  UnlessExpression: (node) => conditional("unless", node),
  CaseExpression: ({ test, options }) => pnCall("case", nodeToPn(test), pnList(all(options))),
  CaseOption: ({ values, then }) => pnMap([["when", pnList(all(values))], block("then", then)]),
  SelectorExpression: ({ left, selectors }) => pnCall("?", nodeToPn(left), pnList(all(selectors))),
  SelectorEntry: ({ matching, value }) => pnCall("=>", nodeToPn(matching), nodeToPn(value)),
  Parameter: (node) => parameter(node, ["name", pnLiteral(node.name)]),
  LambdaExpression: ({ parameters, returnType, body }) => {
    return pnCall("lambda", pnMap([params(parameters), returns(returnType), given("body", body)]));
  },
  CallNamedFunctionExpression: (node) => call(node, "call", "invoke"),
  CallMethodExpression: (node) => call(node, "call-method", "invoke-method"),
  EppExpression: ({ body }) =>
    body.kind === "BlockExpression" ? pnCall("epp", ...all(body.statements)) : pnCall("epp"),
  RenderStringExpression: ({ value }) => pnCall("render-s", pnLiteral(value)),
  RenderExpression: ({ expr }) => pnCall("render", nodeToPn(expr)),
  ApplyExpression: (node) => {
    return pnCall("apply", pnMap([["args", pnList(all(node.arguments))], given("body", node.body)]));
  },
} satisfies Partial<Writers>;

const resources = {
  AttributeOperation: ({ operator, name, value }) => pnCall(operator, pnLiteral(name), nodeToPn(value)),
  AttributesOperation: ({ expr }) => pnCall("splat-hash", nodeToPn(expr)),
  ResourceBody: ({ title, operations }) => pnMap([["title", nodeToPn(title)], ops(operations)]),
  ResourceExpression: ({ typeName, bodies, form }) => {
    return pnCall(
      "resource",
      pnMap([["type", nodeToPn(typeName)], ["bodies", pnList(all(bodies))], formOf(form)]),
    );
  },
  ResourceDefaultsExpression: ({ typeRef, operations, form }) => {
    return pnCall("resource-defaults", pnMap([["type", nodeToPn(typeRef)], ops(operations), formOf(form)]));
  },
  ResourceOverrideExpression: (node) => {
    const { operations, form } = node;
    return pnCall(
      "resource-override",
      pnMap([["resources", nodeToPn(node.resources)], ops(operations), formOf(form)]),
    );
  },
  VirtualQuery: ({ expr }) => query("virtual-query", expr),
  ExportedQuery: ({ expr }) => query("exported-query", expr),
  CollectExpression: ({ type, query, operations }) => {
    const entry = operations.length > 0 ? ops(operations) : undefined;
    return pnCall("collect", pnMap([["type", nodeToPn(type)], ["query", nodeToPn(query)], entry]));
  },
} satisfies Partial<Writers>;

const definitions = {
  Program: ({ body }) => nodeToPn(body),
  HostClassDefinition: (node) => definition("class", node, node.parent),
  ResourceTypeDefinition: (node) => definition("define", node),
  FunctionDefinition: (node) => definition("function", node, undefined, node.returnType),
  PlanDefinition: (node) => definition("plan", node, undefined, node.returnType),
  NodeDefinition: ({ matches, parent, body }) => {
    const entry: PnEntry | undefined = parent === undefined ? undefined : ["parent", nodeToPn(parent)];
    return pnCall("node", pnMap([["matches", pnList(all(matches))], entry, given("body", body)]));
  },
  TypeAlias: ({ name, type }) => pnCall("type-alias", pnLiteral(name), nodeToPn(type)),
  TypeDefinition: ({ name, parent, body }) => {
    return pnCall("type-definition", pnLiteral(name), pnLiteral(parent ?? null), nodeToPn(body));
  },
  TypeMapping: ({ type, mapping }) => pnCall("type-mapping", nodeToPn(type), nodeToPn(mapping)),
} satisfies Partial<Writers>;

const WRITERS: Writers = { ...literals, ...operators, ...control, ...resources, ...definitions };

function all(nodes: readonly ast.Node[]): Pn[] {
  return nodes.map(nodeToPn);
}

function binary(name: string, { left, right }: { left: ast.Node; right: ast.Node }): Pn {
  return pnCall(name, nodeToPn(left), nodeToPn(right));
}

function block(name: string, body: ast.Expression): PnEntry {
  return [name, pnList(all(body.kind === "BlockExpression" ? body.statements : [body]))];
}

/** A body that may be missing. */
function given(name: string, body: ast.Expression): PnEntry | undefined {
  return body.kind === "Nop" ? undefined : block(name, body);
}

function conditional(name: string, node: ast.IfExpression | ast.UnlessExpression): Pn {
  return pnCall(
    name,
    pnMap([["test", nodeToPn(node.test)], given("then", node.then), given("else", node.else)]),
  );
}

function call(
  node: ast.CallNamedFunctionExpression | ast.CallMethodExpression,
  value: string,
  effect: string,
): Pn {
  const lambda: PnEntry | undefined =
    node.lambda === undefined ? undefined : ["block", nodeToPn(node.lambda)];
  const entries: (PnEntry | undefined)[] = [
    ["functor", nodeToPn(node.functor)],
    ["args", pnList(all(node.arguments))],
  ];
  return pnCall(node.rvalRequired ? value : effect, pnMap([...entries, lambda]));
}

function parameter(node: ast.Parameter, ...first: PnEntry[]): Pn {
  const type: PnEntry | undefined = node.type === undefined ? undefined : ["type", nodeToPn(node.type)];
  const splat: PnEntry | undefined = node.capturesRest ? ["splat", pnLiteral(true)] : undefined;
  const value: PnEntry | undefined = node.value === undefined ? undefined : ["value", nodeToPn(node.value)];
  return pnMap([...first, type, splat, value]);
}

function params(parameters: readonly ast.Parameter[]): PnEntry | undefined {
  if (parameters.length === 0) return undefined;
  return ["params", pnMap(parameters.map((node): PnEntry => [node.name, parameter(node)]))];
}

function returns(type: ast.Expression | undefined): PnEntry | undefined {
  return type === undefined ? undefined : ["returns", nodeToPn(type)];
}

function ops(operations: readonly ast.Node[]): PnEntry {
  return ["ops", pnList(all(operations))];
}

function formOf(form: ast.ResourceForm): PnEntry | undefined {
  return form === "regular" ? undefined : ["form", pnLiteral(form)];
}

function query(name: string, expr: ast.Expression): Pn {
  return expr.kind === "Nop" ? pnCall(name) : pnCall(name, nodeToPn(expr));
}

type Named =
  | ast.HostClassDefinition
  | ast.ResourceTypeDefinition
  | ast.FunctionDefinition
  | ast.PlanDefinition;

function definition(kind: string, node: Named, parent?: string, returnType?: ast.Expression): Pn {
  const parentEntry: PnEntry | undefined = parent === undefined ? undefined : ["parent", pnLiteral(parent)];
  const entries: (PnEntry | undefined)[] = [
    ["name", pnLiteral(node.name)],
    parentEntry,
    params(node.parameters),
  ];
  return pnCall(kind, pnMap([...entries, given("body", node.body), returns(returnType)]));
}
