import type { EppExpression, Node, RenderExpression } from "../../syntax/ast.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { Scope } from "../scope.ts";

/** The parts of an EPP template. What they render is gathered in the template's scope. */
export const epp: Handlers<"EppExpression" | "RenderStringExpression" | "RenderExpression"> = {
  EppExpression: template,
  RenderStringExpression(node, scope) {
    outputOf(node, scope).push(node.value);
    return null;
  },
  RenderExpression: render,
};

/** The text of a template; a Sensitive in it makes the whole Sensitive. */
function template(node: EppExpression, scope: Scope): Value {
  const inner = new TemplateScope(scope);
  inner.running(() => evaluate(node.body, inner));
  const text = inner.output.map((part) => (part instanceof Sensitive ? toText(part.value) : part)).join("");
  return inner.output.some((part) => part instanceof Sensitive) ? new Sensitive(text) : text;
}

function render(node: RenderExpression, scope: Scope): Value {
  const value = evaluate(node.expr, scope);
  outputOf(node, scope).push(value instanceof Sensitive ? value : toText(value));
  return null;
}

function outputOf(node: Node, scope: Scope): (string | Sensitive)[] {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at instanceof TemplateScope) return at.output;
  }
  return failAt(node, "ILLEGAL_EXPRESSION", "Text of a template can only be rendered inside of a template");
}

/** The scope of an EPP template's body: where its text is gathered, also from inside of lambdas. */
export class TemplateScope extends Scope {
  readonly output: (string | Sensitive)[] = [];

  constructor(outer: Scope) {
    super(outer.compilation, outer);
  }
}
