import type { Rule } from "../context.ts";
import { literalKey } from "../literal-key.ts";

/** A hash has each literal key once; how bad it is otherwise, the setting `strict` says. */
export const duplicateKey: Rule = {
  LiteralHash: ({ entries }, context) => {
    const seen = new Set<string>();
    for (const entry of entries) {
      const key = literalKey(entry.key);
      if (key === undefined) continue;
      if (seen.has(key.id)) {
        context.report("DUPLICATE_KEY", entry, `The key '${key.text}' is declared more than once`);
      }
      seen.add(key.id);
    }
  },
};
