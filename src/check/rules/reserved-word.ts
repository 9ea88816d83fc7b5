import type { Rule } from "../context.ts";

/** `private` and `attr` are words of the language that mean nothing yet. */
export const reservedWord: Rule = {
  ReservedWord: (node, context) => {
    const message = `Use of reserved word: ${node.word}, must be quoted if intended to be a String value`;
    context.report("RESERVED_WORD", node, message);
  },
};
