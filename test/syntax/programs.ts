import fc from "fast-check";
import { Source } from "../../src/source/source.ts";
import type * as ast from "../../src/syntax/ast.ts";

const span = new Source("").span(0, 0);

type Part<N extends ast.Node> = fc.Arbitrary<N>;
type Shape<N> = { readonly [K in keyof Omit<N, "kind" | "span">]: fc.Arbitrary<N[K]> };

/** Nodes of a kind, from arbitrary parts. */
function node<K extends ast.Node["kind"]>(kind: K, shape: Shape<ast.NodeOf<K>>): Part<ast.NodeOf<K>> {
  return fc
    .record(shape as never)
    .map((parts) => ({ kind, span, ...(parts as object) }) as unknown as ast.NodeOf<K>);
}

function few<T>(items: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> {
  return fc.array(items, { minLength, maxLength: 3 });
}

const word = fc.stringMatching(/^x[a-z0-9_]{0,4}$/);
const name = few(word, 1).map((words) => words.join("::"));
const reference = few(word, 1).map((words) =>
  words.map((each) => each[0]!.toUpperCase() + each.slice(1)).join("::"),
);
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."ab \\'\"$\n\t{}|-%<>é😀") }));

const none = fc.constant(undefined);
const literal = fc.oneof(
  node("LiteralInteger", { value: fc.bigInt(0n, 10n ** 30n), radix: fc.constant(10 as const) }),
  node("LiteralInteger", {
    value: fc.bigInt(8n, 10n ** 20n),
    radix: fc.constantFrom(8 as const, 16 as const),
  }),
  node("LiteralFloat", { value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs) }),
  node("LiteralString", { value: text }),
  node("LiteralBoolean", { value: fc.boolean() }),
  node("LiteralUndef", {}),
  node("LiteralDefault", {}),
  node("QualifiedName", { value: name }),
  node("QualifiedReference", { value: reference }),
  node("VariableExpression", { name }),
);

const { tight } = fc.letrec<{ expression: ast.Expression; tight: ast.Expression }>((tie) => {
  const expression = tie("expression");
  const operand = tie("tight");
  const entry = node("KeyedEntry", { key: expression, value: expression });
  const parameter = node("Parameter", {
    name: word,
    type: fc.option(node("QualifiedReference", { value: reference }), { nil: undefined }),
    value: none,
    capturesRest: fc.boolean(),
  });
  const lambda = node("LambdaExpression", {
    parameters: few(parameter),
    returnType: none,
    body: block(expression),
  });
  const interpolation = node("TextExpression", {
    expr: fc.oneof(
      node("VariableExpression", { name }),
      node("ParenthesizedExpression", { expr: expression }),
    ),
  });
  const concatenated = fc
    .tuple(
      text.filter((each) => each !== ""),
      interpolation,
      interpolation,
    )
    .map(([value, first, second]): ast.Expression => {
      const string: ast.LiteralString = { kind: "LiteralString", span, value };
      return { kind: "ConcatenatedString", span, segments: [first, string, second] };
    });
  const binary = { left: operand, right: operand };
  return {
    tight: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      literal,
      node("ParenthesizedExpression", { expr: expression }),
      node("LiteralList", { values: few(expression) }),
      node("LiteralHash", { entries: few(entry) }),
      node("HeredocExpression", {
        syntax: none,
        text: fc.oneof(node("LiteralString", { value: text }), concatenated),
      }),
      concatenated,
      node("AccessExpression", { left: node("VariableExpression", { name }), keys: few(operand, 1) }),
      node("CallNamedFunctionExpression", {
        functor: node("QualifiedName", { value: name }),
        arguments: few(expression),
        lambda: fc.option(lambda, { nil: undefined }),
        rvalRequired: fc.constant(true),
      }),
    ),
    expression: fc.oneof(
      { maxDepth: 3 },
      operand,
      node("ArithmeticExpression", {
        operator: fc.constantFrom("+" as const, "-" as const, "<<" as const),
        ...binary,
      }),
      node("ComparisonExpression", { operator: fc.constantFrom("==" as const, "<=" as const), ...binary }),
      node("AndExpression", binary),
      node("NotExpression", { expr: operand }),
      node("UnaryMinusExpression", { expr: operand }),
      node("SelectorExpression", {
        left: operand,
        selectors: few(node("SelectorEntry", { matching: operand, value: operand }), 1),
      }),
      node("CaseExpression", {
        test: operand,
        options: few(caseOption(operand, block(expression)), 1),
      }),
    ),
  };
});

function caseOption(
  value: fc.Arbitrary<ast.Expression>,
  body: fc.Arbitrary<ast.Expression>,
): Part<ast.CaseOption> {
  return fc.tuple(few(value, 1), body).map(([values, then]) => ({ kind: "CaseOption", span, values, then }));
}

/** A body: nothing or a block. */
function block(statement: fc.Arbitrary<ast.Expression>): fc.Arbitrary<ast.Expression> {
  const nop: ast.Nop = { kind: "Nop", span };
  return few(statement.map(asStatement)).map((statements): ast.Expression => {
    return statements.length === 0 ? nop : { kind: "BlockExpression", span, statements };
  });
}

function asStatement(expression: ast.Expression): ast.Expression {
  return expression.kind === "CallNamedFunctionExpression"
    ? { ...expression, rvalRequired: false }
    : expression;
}

const resource = node("ResourceExpression", {
  form: fc.constantFrom<ast.ResourceForm>("regular", "virtual", "exported"),
  typeName: node("QualifiedName", { value: name }),
  bodies: few(
    node("ResourceBody", {
      title: tight,
      operations: few(
        node("AttributeOperation", { name: word, operator: fc.constant("=>" as const), value: tight }),
      ),
    }),
    1,
  ),
});

const assignment = node("AssignmentExpression", {
  operator: fc.constant("=" as const),
  left: node("VariableExpression", { name: word }),
  right: tight,
});

/** Bodies of programs that the parser could have made. */
export const programs: fc.Arbitrary<ast.Expression> = fc
  .array(fc.oneof(resource, assignment, tight.map(asStatement)), { minLength: 2, maxLength: 4 })
  .map((statements): ast.Expression => ({ kind: "BlockExpression", span, statements }));
