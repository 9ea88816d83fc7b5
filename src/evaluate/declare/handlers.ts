import type { Expression } from "../../syntax/ast.ts";
import type { Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { collect } from "./collect.ts";
import { relate } from "./relationship.ts";
import { declareDefaults } from "./resource-defaults.ts";
import { declareResources } from "./resource-expression.ts";
import { overrideResources } from "./resource-override.ts";

/** The kinds of nodes that declare something or hold the definition of something declarable. */
export type DeclarationKind =
  | "HostClassDefinition"
  | "ResourceTypeDefinition"
  | "NodeDefinition"
  | "FunctionDefinition"
  | "PlanDefinition"
  | "TypeAlias"
  | "TypeDefinition"
  | "TypeMapping"
  | "ResourceExpression"
  | "ResourceDefaultsExpression"
  | "ResourceOverrideExpression"
  | "CollectExpression"
  | "RelationshipExpression"
  | "ApplyExpression";

/** Definitions were taken in when their text was loaded: where they stand, they are nothing. */
const alreadyKnown = (): null => null;

/** What declarations mean; part of the table that `evaluate` walks. */
export const declarationHandlers: Handlers<DeclarationKind & Expression["kind"]> = {
  HostClassDefinition: alreadyKnown,
  ResourceTypeDefinition: alreadyKnown,
  NodeDefinition: alreadyKnown,
  FunctionDefinition: alreadyKnown,
  PlanDefinition: alreadyKnown,
  TypeAlias: alreadyKnown,
  TypeDefinition: alreadyKnown,
  TypeMapping: alreadyKnown,
  ResourceExpression: declareResources,
  ResourceDefaultsExpression: declareDefaults,
  ResourceOverrideExpression: overrideResources,
  CollectExpression: collect,
  RelationshipExpression: relate,
  ApplyExpression: (node) =>
    failAt(
      node,
      "EXPRESSION_NOT_SUPPORTED_WHEN_COMPILING",
      "The apply expression is only available in plans",
    ),
};
