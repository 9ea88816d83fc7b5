import { flatValues } from "../evaluate/declare/flat-values.ts";
import type { DeclaredResource } from "./builder.ts";

/** The further titles that the `alias` metaparameter gives a resource. */
export function aliasesOf(resource: DeclaredResource): string[] {
  const alias = resource.parameters.get("alias");
  return alias ? flatValues(alias.value).map(String) : [];
}
