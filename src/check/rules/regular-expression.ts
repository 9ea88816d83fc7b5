import { Failure } from "../../diagnostics/failure.ts";
import { Regexp } from "../../values/regexp.ts";
import type { Rule } from "../context.ts";

/** Regular expressions are valid in Ruby, whose words the complaint has. */
export const regularExpression: Rule = {
  LiteralRegularExpression: (node, context) => {
    try {
      Regexp.checked(node.pattern);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      context.report(failure.issue.code, node, failure.issue.message);
    }
  },
};
