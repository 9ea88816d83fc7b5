import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Fails when the class or define that calls is declared from another module. */
export const assert_private = defineLegacyFunction("assert_private", -1, ({ scope }, args) => {
  if (args.length > 1) {
    parseError(`assert_private(): Wrong number of arguments given (${args.length}}) for 0 or 1)`);
  }
  if (scope.lookup("module_name") === scope.lookup("caller_module_name")) return null;
  const [message] = args;
  if (typeof message === "string" && message !== "") parseError(message);
  const definition = scope.resource?.definition;
  const kind = definition?.kind === "ResourceTypeDefinition" ? "Definition" : "Class";
  const name = definition && "name" in definition ? definition.name : "main";
  parseError(`${kind} ${name} is private`);
});
