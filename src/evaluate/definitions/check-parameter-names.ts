import { METAPARAMETERS } from "../../catalog/metaparameters.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Log } from "../../diagnostics/log.ts";
import type { HostClassDefinition, ResourceTypeDefinition } from "../../syntax/ast.ts";

/** Parameters named like a metaparameter cannot be told from it: with a default they are doubtful, without one wrong. */
export function checkParameterNames(
  definition: HostClassDefinition | ResourceTypeDefinition,
  log: Log,
): void {
  for (const { name, value } of definition.parameters) {
    if (!METAPARAMETERS.has(name)) continue;
    const where = `in the ${definition.name} definition`;
    if (!value) {
      fail("METAPARAMETER_NAME", `${name} is a metaparameter; please choose another parameter name ${where}`);
    }
    const message = `${name} is a metaparam; this value will inherit to all contained resources ${where}`;
    log({ level: "warning", message });
  }
}
