import { Failure } from "../diagnostics/failure.ts";
import type { Issue } from "../diagnostics/issue.ts";
import type { Node, Program } from "../syntax/ast.ts";
import { childrenOf } from "../syntax/children.ts";
import { nestedTooDeeply } from "../syntax/grammar/syntax-error.ts";
import { CheckContext, type CheckOptions } from "./context.ts";
import { rulesOf } from "./rules.ts";
import { onlyForCatalogs } from "./tasks.ts";

/**
 * What is wrong with a program without running it, in the order of Puppet's own validator
 * (lib/puppet/pops/validation/checker4_0.rb).
 */
export function check(program: Program, options: CheckOptions = {}): Issue[] {
  const context = new CheckContext(options, check);
  try {
    visit(program, context);
  } catch (failure) {
    if (failure instanceof Failure) return [failure.issue];
    if (failure instanceof RangeError) return [nestedTooDeeply(program.source).issue];
    throw failure;
  }
  return context.issues;
}

function visit(node: Node, context: CheckContext): void {
  if (!(context.options.tasks === true && onlyForCatalogs(node, context))) {
    for (const rule of rulesOf(node.kind)) rule(node, context);
  }
  const children = childrenOf(node);
  if (children.length === 0) return;
  context.around.push(node);
  for (const child of children) if (child !== undefined) visit(child, context);
  context.around.pop();
}
