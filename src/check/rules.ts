import type { Node } from "../syntax/ast.ts";
import type { CheckContext, Rule } from "./context.ts";
import { assignment } from "./rules/assignment.ts";
import { attributeAppend } from "./rules/attribute-append.ts";
import { attributesUnfold } from "./rules/attributes-unfold.ts";
import { capturesRest } from "./rules/captures-rest.ts";
import { capturesRestLast } from "./rules/captures-rest-last.ts";
import { collectedType } from "./rules/collected-type.ts";
import { definitionLocation } from "./rules/definition-location.ts";
import { definitionName } from "./rules/definition-name.ts";
import { duplicateDefault } from "./rules/duplicate-default.ts";
import { duplicateKey } from "./rules/duplicate-key.ts";
import { duplicateParameter } from "./rules/duplicate-parameter.ts";
import { functionName } from "./rules/function-name.ts";
import { futureReservedWord } from "./rules/future-reserved-word.ts";
import { heredocSyntax } from "./rules/heredoc-syntax.ts";
import { hostname } from "./rules/hostname.ts";
import { integerRange } from "./rules/integer-range.ts";
import { noEffect } from "./rules/no-effect.ts";
import { nodeInheritance } from "./rules/node-inheritance.ts";
import { parameterDefault } from "./rules/parameter-default.ts";
import { parameterName } from "./rules/parameter-name.ts";
import { query } from "./rules/query.ts";
import { regularExpression } from "./rules/regular-expression.ts";
import { reservedParameter } from "./rules/reserved-parameter.ts";
import { reservedTypeName } from "./rules/reserved-type-name.ts";
import { reservedWord } from "./rules/reserved-word.ts";
import { topConstructLocation } from "./rules/top-construct-location.ts";
import { topLevel } from "./rules/top-level.ts";
import { typeDefinition } from "./rules/type-definition.ts";
import { typeMapping } from "./rules/type-mapping.ts";
import { typeReference } from "./rules/type-reference.ts";
import { valueLast } from "./rules/value-last.ts";
import { valuesNeeded } from "./rules/values-needed.ts";
import { variableName } from "./rules/variable-name.ts";
import { virtualClass } from "./rules/virtual-class.ts";
import { virtualDefaults } from "./rules/virtual-defaults.ts";

/** All rules; where several look at one node, they report in this order, which is Puppet's. */
const RULES: readonly Rule[] = [
  topConstructLocation,
  hostname,
  topLevel,
  definitionName,
  definitionLocation,
  reservedTypeName,
  futureReservedWord,
  capturesRestLast,
  typeReference,
  capturesRest,
  duplicateParameter,
  reservedParameter,
  valueLast,
  nodeInheritance,
  typeMapping,
  typeDefinition,
  parameterName,
  parameterDefault,
  assignment,
  attributeAppend,
  valuesNeeded,
  noEffect,
  functionName,
  heredocSyntax,
  regularExpression,
  duplicateDefault,
  collectedType,
  query,
  integerRange,
  duplicateKey,
  virtualClass,
  virtualDefaults,
  attributesUnfold,
  reservedWord,
  variableName,
];

type Check = (node: Node, context: CheckContext) => void;

const byKind = new Map<Node["kind"], readonly Check[]>();

/** The rules that look at a kind of node. */
export function rulesOf(kind: Node["kind"]): readonly Check[] {
  let checks = byKind.get(kind);
  if (checks === undefined) {
    checks = RULES.flatMap((rule) => (rule[kind] === undefined ? [] : [rule[kind] as Check]));
    byKind.set(kind, checks);
  }
  return checks;
}
