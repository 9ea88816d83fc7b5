import { fail } from "../diagnostics/failure.ts";
import type { Issue } from "../diagnostics/issue.ts";
import { ParameterScope } from "../evaluate/closures/parameter-scope.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { Scope } from "../evaluate/scope.ts";
import { Source } from "../source/source.ts";
import type { EppExpression, LambdaExpression } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { AnyType } from "../types/any-type.ts";
import { describeParameters } from "../types/mismatch/parameters.ts";
import { StructElement, StructType } from "../types/struct-type.ts";
import { Type } from "../types/type.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** A parsed EPP text: its parameters and what it renders. */
export interface EppTemplate {
  readonly lambda: LambdaExpression;
  readonly body: EppExpression;
}

/** Parse an EPP text; fails in the name of the function that was called. */
export function parseEpp(text: string, file: string, functionName: string): EppTemplate {
  const { program, issues } = parse(new Source(text, file), { epp: true });
  if (!program) fail("ARGUMENT_ERROR", `${functionName}(): Invalid EPP: ${withPlace(issues.at(-1)!)}`);
  const lambda = program.body;
  if (lambda.kind !== "LambdaExpression" || lambda.body.kind !== "EppExpression") {
    fail(
      "ARGUMENT_ERROR",
      `${functionName}(): the parser did not produce an EppExpression, got '${lambda.kind}'`,
    );
  }
  if (program.definitions.length > 0) {
    fail("ARGUMENT_ERROR", `${functionName}(): The EPP template contains illegal expressions (definitions)`);
  }
  return { lambda, body: lambda.body };
}

function withPlace({ message, place }: Issue): string {
  if (place?.line === undefined) return message;
  return `${message} (file: ${place.file ?? ""}, line: ${place.line}, column: ${place.column ?? 1})`;
}

/**
 * The text of a template, or a Sensitive of it. Parameters are checked when the template states any, or when none are
 * given; otherwise whatever is given becomes variables.
 */
export function renderEpp({ lambda, body }: EppTemplate, scope: Scope, given: Hash | undefined): Value {
  const values = new Map<string, Value>(
    [...(given ?? Hash.empty)].map(([name, value]) => [String(name), value]),
  );
  const enforced = body.parametersSpecified || given === undefined;
  const bound = enforced ? boundParameters(lambda, scope, values) : values;
  const inner = new Scope(scope.compilation, scope);
  for (const [name, value] of bound) inner.set(name, value);
  return evaluate(body, inner);
}

/** What the parameters are called in messages about them. */
const CALLEE = "lambda";

function boundParameters(
  { parameters }: LambdaExpression,
  scope: Scope,
  given: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const binding = new ParameterScope(
    scope,
    CALLEE,
    parameters.map(({ name }) => name),
  );
  for (const [name, value] of given) if (value !== null) binding.set(name, value);
  for (const { name, value: fallback } of parameters) {
    if ((given.get(name) ?? null) !== null) continue;
    if (fallback) binding.set(name, binding.defaultOf(name, fallback));
    else if (given.has(name)) binding.set(name, null);
  }
  const bound = new Map(binding.variables());
  const wrong = describeParameters(CALLEE, expected(parameters, scope), bound);
  if (wrong !== undefined) fail("PARAMETER_MISMATCH", wrong);
  return bound;
}

function expected(parameters: LambdaExpression["parameters"], scope: Scope): StructType {
  return new StructType(
    parameters.map(({ name, type: expression, value }) => {
      const type = expression && evaluate(expression, scope);
      return new StructElement(name, type instanceof Type ? type : AnyType.default, value !== undefined);
    }),
  );
}
