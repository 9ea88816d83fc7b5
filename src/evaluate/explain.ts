import { Failure } from "../diagnostics/failure.ts";
import type { Issue } from "../diagnostics/issue.ts";
import { placeOf } from "../diagnostics/issue.ts";
import { isLookupFailure } from "../hiera/lookup-failure.ts";
import type { Node } from "../syntax/ast.ts";
import { aLabelOf } from "../syntax/label.ts";
import { isSignal } from "./control.ts";

/**
 * The prefixes of errors, all in one place. Puppet knows three ways for an error to reach people
 * (lib/puppet/pops/evaluator/evaluator_impl.rb, #evaluate):
 *  - an issue of the language raised at a node: `Evaluation Error: <words>` at that node;
 *  - anything else raised without a place: `Evaluation Error: Error while evaluating <a node>, <words>`;
 *  - what already has a place, and failures of layered data: as they are.
 */
const PREFIX = "Evaluation Error: ";

/** Issues of the language that types and values raise without seeing the node; they are not "while evaluating". */
const LANGUAGE_ISSUES: ReadonlySet<string> = new Set([
  "BAD_STRING_SLICE_ARITY",
  "BAD_STRING_SLICE_TYPE",
  "BAD_ARRAY_SLICE_ARITY",
  "BAD_HASH_SLICE_ARITY",
  "BAD_INTEGER_SLICE_ARITY",
  "BAD_INTEGER_SLICE_TYPE",
  "BAD_COLLECTION_SLICE_TYPE",
  "BAD_SLICE_KEY_TYPE",
  "BAD_STRING_SLICE_KEY_TYPE",
  "BAD_NOT_UNDEF_SLICE_TYPE",
  "BAD_TYPE_SLICE_TYPE",
  "BAD_TYPE_SLICE_ARITY",
  "BAD_TYPE_SPECIALIZATION",
  "ILLEGAL_TYPE_SPECIALIZATION",
  "ILLEGAL_RESOURCE_SPECIALIZATION",
  "EMPTY_RESOURCE_SPECIALIZATION",
  "ILLEGAL_HOSTCLASS_NAME",
  "ILLEGAL_NAME",
  "ILLEGAL_CLASSREF",
  "UNKNOWN_RESOURCE_TYPE",
  "UNKNOWN_RESOURCE",
  "UNKNOWN_RESOURCE_PARAMETER",
  "UNKNOWN_FUNCTION",
  "UNKNOWN_VARIABLE",
  "OPERATOR_NOT_APPLICABLE",
  "NOT_NUMERIC",
  "NUMERIC_COERCION",
  "DISCONTINUED_IMPORT",
  "CLASS_NOT_VIRTUALIZABLE",
]);

/** Raise an issue of the language at a node. */
export function failAt(node: Node, code: string, words: string, hint?: string): never {
  throw new Failure({ code, severity: "error", message: PREFIX + words, hint, place: placeOf(node.span) });
}

/** Raise a failure as if it came from the evaluation of a node as a whole. */
export function failWhile(node: Node, code: string, words: string, hint?: string): never {
  throw new Failure(whileEvaluating(node, { code, severity: "error", message: words, hint }));
}

/** What was thrown while a node was evaluated, placed at the node and in full words unless it already is. */
export function explained(thrown: unknown, node: Node): unknown {
  if (isSignal(thrown)) return thrown;
  if (thrown instanceof Failure) return placedFailure(thrown, node);
  if (isStackOverflow(thrown))
    return new Failure({ ...TOO_DEEP, place: placeOf(node.span) }, { cause: thrown });
  return thrown instanceof RangeError ? tooLarge(thrown, node) : thrown;
}

/** What V8 says in words that name the value. */
const IN_WORDS: Readonly<Record<string, string>> = {
  "Invalid string length": "a String cannot be longer than 536870888 characters",
  "Invalid array length": "an Array cannot have so many elements",
};

/** A string, an array or a number outgrew what can be held. */
function tooLarge(error: RangeError, node: Node): Failure {
  const issue: Issue = {
    code: "VALUE_TOO_LARGE",
    severity: "error",
    message: IN_WORDS[error.message] ?? error.message,
  };
  return new Failure(whileEvaluating(node, issue), { cause: error });
}

const TOO_DEEP: Issue = {
  code: "STACK_LEVEL_TOO_DEEP",
  severity: "error",
  message: "stack level too deep",
  hint: "Something calls or declares itself without end.",
};

function placedFailure(failure: Failure, node: Node): Failure {
  const { issue } = failure;
  if (issue.place !== undefined) return failure;
  if (isLookupFailure(failure))
    return new Failure({ ...issue, place: placeOf(node.span), told: "nothing" }, { cause: failure.cause });
  const told = LANGUAGE_ISSUES.has(issue.code)
    ? { ...issue, message: PREFIX + issue.message, place: placeOf(node.span) }
    : whileEvaluating(node, issue);
  return new Failure(told, { cause: failure.cause });
}

function whileEvaluating(node: Node, issue: Issue): Issue {
  const message = `${PREFIX}Error while evaluating ${aLabelOf(node)}, ${issue.message}`;
  return { ...issue, message, place: placeOf(node.span) };
}

/**
 * Saying so may overflow once more: then the next node around says it. A regular expression that finds no room to be
 * compiled says so with a SyntaxError.
 */
function isStackOverflow(thrown: unknown): thrown is Error {
  if (thrown instanceof RangeError) return thrown.message.startsWith("Maximum call stack");
  return thrown instanceof SyntaxError && thrown.message.endsWith("Stack overflow");
}
