import { fail } from "../../diagnostics/failure.ts";
import { findResources, wantedResource } from "../find-resource.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The value of a parameter of a resource; an empty string when there is none. */
export const getparam = defineLegacyFunction("getparam", -1, (call, [reference, name]) => {
  if (reference === undefined) fail("ARGUMENT_ERROR", "Must specify a reference");
  if (typeof name !== "string") fail("ARGUMENT_ERROR", "Must specify name of a parameter");
  const wanted = wantedResource(reference);
  const [resource] = wanted?.title === undefined ? [] : findResources(wanted, call);
  if (!resource) return "";
  if (name === "title") return resource.title;
  return resource.parameters.get(name)?.value ?? "";
});
