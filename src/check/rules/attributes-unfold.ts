import type { Rule } from "../context.ts";

/** A resource body takes one hash of attributes with `* =>`. */
export const attributesUnfold: Rule = {
  ResourceBody: ({ operations }, context) => {
    const unfolds = operations.filter(({ kind }) => kind === "AttributesOperation");
    for (const unfold of unfolds.slice(1)) {
      const message = "Unfolding of attributes from Hash can only be used once per resource body";
      context.report("MULTIPLE_ATTRIBUTES_UNFOLD", unfold, message);
    }
  },
};
