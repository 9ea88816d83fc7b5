import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Compilation } from "../compilation.ts";

/** Put a class into its run stage: the one it says, else that of the class that declares it, else the main one. */
export function putIntoStage(resource: DeclaredResource, { catalog }: Compilation): void {
  const own = stageOf(resource);
  const name = own ?? stageOf(resource.declaredIn?.resource) ?? "main";
  const stage = catalog.find("Stage", name);
  if (!stage) {
    const ref = resource.reference;
    fail("UNKNOWN_STAGE", `Could not find stage ${own ?? "main"} specified by ${ref}`);
  }
  if (own === undefined && stage.title !== "main") {
    resource.parameters.set("stage", {
      value: stage.title,
      place: resource.place,
      source: resource.definition,
    });
  }
  catalog.contain(stage, resource);
}

function stageOf(resource: DeclaredResource | undefined): string | undefined {
  const value = resource?.parameters.get("stage")?.value ?? null;
  return value === null ? undefined : String(value);
}
