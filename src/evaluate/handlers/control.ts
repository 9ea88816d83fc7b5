import type {
  BlockExpression,
  CaseExpression,
  CaseOption,
  Expression,
  IfExpression,
  Program,
  SelectorEntry,
  SelectorExpression,
  UnlessExpression,
} from "../../syntax/ast.ts";
import { DEFAULT } from "../../values/default.ts";
import { matches, type OnMatch } from "../../values/equality.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { isSignal } from "../control.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { illegalSignal } from "../illegal-signal.ts";
import type { Scope } from "../scope.ts";
import { isTrue } from "../truth.ts";
import { withoutParentheses } from "../unfold.ts";

/** Blocks, conditions and choices. Match variables set inside a condition are gone after it. */
export const control: Handlers<
  | "Program"
  | "BlockExpression"
  | "IfExpression"
  | "UnlessExpression"
  | "CaseExpression"
  | "SelectorExpression"
> = {
  Program: program,
  BlockExpression: block,
  IfExpression: ifExpression,
  UnlessExpression: unlessExpression,
  CaseExpression: caseExpression,
  SelectorExpression: selectorExpression,
};

function program(node: Program, scope: Scope): Value {
  try {
    return evaluate(node.body, scope);
  } catch (thrown) {
    throw isSignal(thrown) ? illegalSignal(thrown) : thrown;
  }
}

function block(node: BlockExpression, scope: Scope): Value {
  let last: Value = null;
  for (const statement of node.statements) last = evaluate(statement, scope);
  return last;
}

function ifExpression(node: IfExpression, scope: Scope): Value {
  const before = scope.match;
  try {
    return evaluate(isTrue(evaluate(node.test, scope)) ? node.then : node.else, scope);
  } finally {
    scope.match = before;
  }
}

function unlessExpression(node: UnlessExpression, scope: Scope): Value {
  const before = scope.match;
  try {
    return evaluate(isTrue(evaluate(node.test, scope)) ? node.else : node.then, scope);
  } finally {
    scope.match = before;
  }
}

function caseExpression(node: CaseExpression, scope: Scope): Value {
  const before = scope.match;
  try {
    return caseOf(node, scope);
  } finally {
    scope.match = before;
  }
}

function caseOf(node: CaseExpression, scope: Scope): Value {
  const test = evaluate(node.test, scope);
  let otherwise: Expression | undefined;
  for (const option of node.options) {
    if (option.values.some((value) => fits(test, value, scope))) return evaluate(option.then, scope);
    if (hasDefault(option)) otherwise = option.then;
  }
  return otherwise === undefined ? null : evaluate(otherwise, scope);
}

function hasDefault(option: CaseOption): boolean {
  return option.values.some(isDefault);
}

function selectorExpression(node: SelectorExpression, scope: Scope): Value {
  const before = scope.match;
  try {
    return selected(node, scope);
  } finally {
    scope.match = before;
  }
}

function selected(node: SelectorExpression, scope: Scope): Value {
  const test = evaluate(node.left, scope);
  let otherwise: SelectorEntry | undefined;
  for (const entry of node.selectors) {
    if (isDefault(entry.matching)) otherwise = entry;
    else if (fits(test, entry.matching, scope)) return evaluate(entry.value, scope);
  }
  if (otherwise !== undefined) return evaluate(otherwise.value, scope);
  const words = `No matching entry for selector parameter with value '${rubyText(test)}'`;
  return failAt(node.left, "UNMATCHED_SELECTOR", words);
}

function isDefault(node: Expression): boolean {
  return withoutParentheses(node).kind === "LiteralDefault";
}

/** Whether a value fits an option; `default` as an option is kept for last, and `*list` stands for its elements. */
function fits(test: Value, option: Expression, scope: Scope): boolean {
  const bare = withoutParentheses(option);
  if (bare.kind === "LiteralDefault") return false;
  const value = evaluate(bare, scope);
  const remember: OnMatch = (found) => {
    scope.match = found;
  };
  if (bare.kind === "UnfoldExpression")
    return (value as readonly Value[]).some((one) => matches(test, one, remember));
  return value === DEFAULT || matches(test, value, remember);
}
