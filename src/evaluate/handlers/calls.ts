import type {
  CallMethodExpression,
  CallNamedFunctionExpression,
  Expression,
  LambdaExpression,
} from "../../syntax/ast.ts";
import { aLabelOf, capitalLabelOf } from "../../syntax/label.ts";
import { ObjectInstance } from "../../types/object/object-instance.ts";
import type { Closure } from "../../values/closure.ts";
import { Deferred } from "../../values/deferred.ts";
import { type Method, RichValue } from "../../values/rich-value.ts";
import { Uri, type UriParts } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";
import { CodeClosure } from "../closures/code-closure.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { unfolded, withoutParentheses } from "../unfold.ts";

/** `f(x)`, `x.f`, `Type(x)` and lambdas. */
export const calls: Handlers<"CallNamedFunctionExpression" | "CallMethodExpression" | "LambdaExpression"> = {
  CallNamedFunctionExpression: callNamed,
  CallMethodExpression: callMethod,
  LambdaExpression: (node) =>
    failAt(node, "ILLEGAL_EXPRESSION", "A lambda is not a value: it can only be given to a function"),
};

type CallNode = CallNamedFunctionExpression | CallMethodExpression;

function callNamed(node: CallNamedFunctionExpression, scope: Scope): Value {
  const { functor } = node;
  if (functor.kind === "QualifiedName")
    return call(functor.value, unfolded(node.arguments, scope), node, scope);
  if (isTypeExpression(functor)) {
    const type = evaluate(functor, scope);
    return call("new", [type, ...unfolded(node.arguments, scope)], node, scope);
  }
  if (functor.kind === "RenderStringExpression") {
    const words =
      "Ambiguous EPP parameter expression. Probably missing '<%-' before parameters to remove leading whitespace";
    return failAt(node, "ILLEGAL_EPP_PARAMETERS", words);
  }
  return unacceptable(functor, "function name", node);
}

function isTypeExpression(node: Expression): boolean {
  return (
    node.kind === "QualifiedReference" ||
    (node.kind === "AccessExpression" && node.left.kind === "QualifiedReference")
  );
}

function callMethod(node: CallMethodExpression, scope: Scope): Value {
  const { functor } = node;
  if (functor.kind !== "NamedAccessExpression") return unacceptable(functor, "function accessor", node);
  const { left, right } = functor;
  if (right.kind !== "QualifiedName") return unacceptable(functor, "function name", node);
  const receiver = unfolded([left], scope);
  const args = unfolded(node.arguments, scope);
  const member = receiver.length === 0 ? undefined : memberOf(receiver[0]!, right.value);
  if (member !== undefined) return member(args, blockOf(node.lambda, scope));
  return call(right.value, [...receiver, ...args], node, scope);
}

function call(name: string, args: readonly Value[], node: CallNode, scope: Scope): Value {
  return scope.compilation.functions.call(
    name,
    args,
    scope,
    new NodePlace(node.span),
    blockOf(node.lambda, scope),
  );
}

function blockOf(lambda: LambdaExpression | undefined, scope: Scope): Closure | undefined {
  return lambda === undefined ? undefined : new CodeClosure(lambda, scope, "lambda");
}

function unacceptable(node: Expression, feature: string, container: CallNode): never {
  const what = capitalLabelOf(withoutParentheses(node));
  const words = `Illegal expression. ${what} is unacceptable as ${feature} in ${aLabelOf(container)}`;
  return failAt(node, "ILLEGAL_EXPRESSION", words);
}

/** The method or attribute that `value.name` means; undefined when the value has none, and a function is called. */
export function memberOf(value: Value, name: string): Method | undefined {
  if (!(value instanceof RichValue)) return undefined;
  const method = value.method(name);
  if (method !== undefined) return method;
  const attribute = attributeOf(value, name);
  return attribute === undefined ? undefined : () => attribute;
}

function attributeOf(value: RichValue, name: string): Value | undefined {
  if (value instanceof ObjectInstance)
    return value.get(value.typeName === "Error" && name === "message" ? "msg" : name);
  if (value instanceof Uri)
    return URI_PARTS.has(name) ? (value.parts[name as keyof UriParts] ?? null) : undefined;
  if (!(value instanceof Deferred)) return undefined;
  if (name === "name") return value.name;
  return name === "arguments" ? (value.args ?? []) : undefined;
}

const URI_PARTS = new Set(["scheme", "userinfo", "host", "port", "path", "query", "fragment", "opaque"]);
