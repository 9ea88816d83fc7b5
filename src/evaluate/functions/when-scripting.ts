import { Failure } from "../../diagnostics/failure.ts";
import type { Call } from "./call.ts";

const CATALOG_OPERATIONS: ReadonlySet<string> = new Set([
  ...["contain", "create_resources", "include", "realize", "require", "tag", "tagged"],
]);
const FEATURES: Readonly<Record<string, string>> = {
  template: "ERB template",
  inline_template: "ERB inline_template",
};

/** Fails for the functions that only work while a catalog is compiled; for code of plans (setting `tasks`). */
export function refuseWhenScripting({ name, place }: Call): void {
  if (CATALOG_OPERATIONS.has(name))
    refuse("CATALOG_OPERATION_NOT_SUPPORTED_WHEN_SCRIPTING", `The catalog operation '${name}'`);
  const feature = FEATURES[name];
  if (feature !== undefined) refuse("NOT_SUPPORTED_WHEN_SCRIPTING", `The feature '${feature}'`);

  function refuse(code: string, what: string): never {
    const message = `${what} is only available when compiling a catalog`;
    throw new Failure({ code, severity: "error", message, place });
  }
}
