import type { DeclaredResource } from "./declared-resource.ts";
import { flatValues } from "./flat-values.ts";

/** The further titles that the `alias` metaparameter gives a resource. */
export function aliasesOf(resource: DeclaredResource): string[] {
  const alias = resource.parameters.get("alias");
  return alias ? flatValues(alias.value).map(String) : [];
}
