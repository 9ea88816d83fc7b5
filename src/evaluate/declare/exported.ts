import { placeOf } from "../../diagnostics/issue.ts";
import type { Node } from "../../syntax/ast.ts";
import type { Scope } from "../scope.ts";

/** Nothing is exported or collected from elsewhere: there is no store of other machines' catalogs. */
export function warnWithoutStore(node: Node, scope: Scope, consequence: string): void {
  scope.compilation.log({
    level: "warning",
    message: `You cannot collect exported resources without storeconfigs being set; ${consequence}`,
    code: node.kind === "ResourceExpression" ? "RT_NO_STORECONFIGS_EXPORT" : "RT_NO_STORECONFIGS",
    place: placeOf(node.span),
  });
}
