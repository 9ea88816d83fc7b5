import { capitalizeSegments, withoutLeadingColons } from "../../catalog/names.ts";
import { Failure } from "../../diagnostics/failure.ts";
import type { ResourceDefaultsExpression } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import type { Scope } from "../scope.ts";
import { evaluateAttributes } from "./attributes.ts";
import { defaultsTypeName } from "./resource-type-name.ts";
import { ownDefaults } from "./scope-defaults.ts";

/** `File { mode => '0644' }`: values for resources of a type declared from here on; gives the type. */
export function declareDefaults(node: ResourceDefaultsExpression, scope: Scope): Value {
  const value = evaluate(node.typeRef, scope);
  const type = capitalizeSegments(withoutLeadingColons(defaultsTypeName(node.typeRef, value)));
  const given = [...evaluateAttributes(node.operations, scope)];
  const defaults = ownDefaults(type, scope);
  for (const [name, parameter] of given) {
    const first = defaults.get(name);
    if (first) {
      const { file, line } = parameter.place;
      throw new Failure({
        code: "DUPLICATE_DEFAULT",
        severity: "error",
        message: `Default already defined for ${type} { ${name} }; cannot redefine`,
        place: { file, line },
        related: [{ message: "the default is first defined here", place: first.place }],
      });
    }
    defaults.set(name, parameter);
  }
  return value;
}
