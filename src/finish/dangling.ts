import type { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import type { DeclaredParameter, DeclaredResource } from "../catalog/declared-resource.ts";
import { flatValues } from "../catalog/flat-values.ts";
import { RELATIONSHIP_METAPARAMETERS } from "../catalog/metaparameters.ts";
import { splitReference } from "../catalog/names.ts";
import { referenceOf } from "../catalog/references.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Issue } from "../diagnostics/issue.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import { endNamedBy } from "./relationships.ts";

/** Fail on relationship parameters that name what is not in the catalog; all of them are told at once. */
export function refuseDangling({ catalog }: Pick<Compilation, "catalog">): void {
  const issues: Issue[] = [];
  for (const resource of catalog.resources()) {
    if (resource.virtual) continue;
    for (const [name, parameter] of resource.parameters) {
      if (RELATIONSHIP_METAPARAMETERS.has(name))
        for (const issue of danglingIn(catalog, resource, name, parameter)) issues.push(issue);
    }
  }
  const [first, ...others] = issues;
  if (!first) return;
  const related = others.map(({ message, place }) => ({ message, place: place ?? {} }));
  throw new Failure({ ...first, related });
}

function* danglingIn(
  catalog: DeclaredCatalog,
  resource: DeclaredResource,
  name: string,
  { value, place }: DeclaredParameter,
): Iterable<Issue> {
  for (const each of flatValues(value)) {
    const found = endNamedBy(catalog, each);
    if (found && !(found.virtual && !found.exported)) continue;
    const ref = referenceOf(each) ?? String(each);
    const message = found ? virtualWords(resource, name, ref) : missingWords(name, ref);
    yield {
      code: "DANGLING_RELATIONSHIP",
      severity: "error",
      message,
      place: { file: place.file, line: place.line },
    };
  }
}

function missingWords(name: string, ref: string): string {
  if (!splitReference(ref))
    return `No title provided and ${JSON.stringify(ref)} is not a valid resource reference`;
  return `Could not find resource '${ref}' in parameter '${name}'`;
}

/** Virtual resources do not reach the machine; Puppet finds that out when it applies the catalog. */
function virtualWords(resource: DeclaredResource, name: string, ref: string): string {
  const role = name === "require" || name === "subscribe" ? "dependency" : "dependent";
  return `Could not find ${role} ${ref} for ${resource.reference}`;
}
