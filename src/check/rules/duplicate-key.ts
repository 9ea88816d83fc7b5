import type { LiteralHash, ResourceDefaultsExpression } from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";
import { literalKey } from "../literal-key.ts";

/** A hash has each literal key once; how bad it is otherwise, the setting `strict` says. */
export const duplicateKey: Rule = {
  LiteralHash: ({ entries }, context) => checkEntries(entries, context),
  ResourceDefaultsExpression: checkParent,
};

function checkEntries(entries: LiteralHash["entries"], context: CheckContext): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = literalKey(entry.key);
    if (key === undefined) continue;
    if (seen.has(key.id)) {
      context.report("DUPLICATE_KEY", entry, `The key '${key.text}' is declared more than once`);
    }
    seen.add(key.id);
  }
}

/** Among the types of a type set `Parent { ... }` names the parent of an Object type, so the hash must not. */
function checkParent(node: ResourceDefaultsExpression, context: CheckContext): void {
  const { typeRef, operations } = node;
  if (!context.around.some(({ kind }) => kind === "TypeAlias")) return;
  if (typeRef.kind === "QualifiedReference" && ["Object", "TypeSet"].includes(typeRef.value)) return;
  const again = operations.find((each) => each.kind === "AttributeOperation" && each.name === "parent");
  if (again) context.report("DUPLICATE_KEY", again, "The key 'parent' is declared more than once");
}
