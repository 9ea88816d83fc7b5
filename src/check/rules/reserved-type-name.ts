import type {
  FunctionDefinition,
  HostClassDefinition,
  PlanDefinition,
  ResourceTypeDefinition,
} from "../../syntax/ast.ts";
import { aLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** The names of Puppet's own types are taken. */
export const reservedTypeName: Rule = {
  HostClassDefinition: checkName,
  ResourceTypeDefinition: checkName,
  FunctionDefinition: checkName,
  PlanDefinition: checkName,
};

const RESERVED: ReadonlySet<string> = new Set([
  ...[
    "type",
    "any",
    "unit",
    "scalar",
    "boolean",
    "numeric",
    "integer",
    "float",
    "collection",
    "array",
    "hash",
  ],
  ...["tuple", "struct", "variant", "optional", "enum", "regexp", "pattern", "runtime", "init", "object"],
  ...["sensitive", "semver", "semverrange", "string", "timestamp", "timespan", "typeset"],
]);

type Named = HostClassDefinition | ResourceTypeDefinition | FunctionDefinition | PlanDefinition;

function checkName(node: Named, context: CheckContext): void {
  if (!RESERVED.has(node.name)) return;
  const what = aLabelOf(node);
  const message = `The name: '${node.name}' is already defined by Puppet and can not be used as the name of ${what}.`;
  context.report("RESERVED_TYPE_NAME", node, message);
}
