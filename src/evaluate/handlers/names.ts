import { placeOf } from "../../diagnostics/issue.ts";
import type { Node, QualifiedReference, VariableExpression } from "../../syntax/ast.ts";
import { capitalized } from "../../types/capitalized.ts";
import type { Value } from "../../values/value.ts";
import type { Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import type { Scope } from "../scope.ts";
import { unknownVariableHint } from "../unknown-variable.ts";

/** Bare words, type names and variables. */
export const names: Handlers<"QualifiedName" | "QualifiedReference" | "VariableExpression" | "ReservedWord"> =
  {
    QualifiedName: (node) => node.value,
    QualifiedReference: typeReference,
    VariableExpression: (node, scope) => variableValue(node.name, node, scope),
    ReservedWord(node) {
      if (node.future) return node.word;
      failAt(
        node,
        "RESERVED_WORD",
        `Use of reserved word: ${node.word}, must be quoted if intended to be a String value`,
      );
    },
  };

function typeReference(node: QualifiedReference, scope: Scope): Value {
  const type = scope.compilation.types.find(node.value);
  if (type !== undefined) return type;
  return failAt(node, "UNKNOWN_RESOURCE_TYPE", `Resource type not found: ${capitalized(node.value)}`);
}

const ALWAYS_KNOWN = /^(?:::)?(?:module_name|caller_module_name|\d+)$/;

/** The value of a variable, or undef after what the settings say about unknown ones: nothing, a warning, an error. */
export function variableValue(name: string, node: VariableExpression | Node, scope: Scope): Value {
  const value = scope.lookup(name);
  if (value !== undefined) return value;
  if (!ALWAYS_KNOWN.test(name)) unknownVariable(name, node, scope);
  return null;
}

function unknownVariable(name: string, node: Node, scope: Scope): void {
  const { strict, strictVariables } = scope.compilation.settings;
  if (strict === "off" && !strictVariables) return;
  const message = `Unknown variable: '${name}'.`;
  const hint = unknownVariableHint(name, scope);
  if (strictVariables || strict === "error") failAt(node, "UNKNOWN_VARIABLE", message, hint);
  scope.compilation.log({ level: "warning", message, place: placeOf(node.span), code: "UNKNOWN_VARIABLE" });
}
