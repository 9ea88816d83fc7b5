import { referenceValue } from "../../catalog/references.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { findResources, wantedResource } from "../find-resource.ts";
import { parseError } from "../parse-error.ts";

/** The resource of the catalog that a text like `File[/etc/motd]` names. */
export const str2resource = defineFunction("stdlib::str2resource", {
  params: [param("String", "res_string")],
  body(call, text: string) {
    const wanted = wantedResource(text);
    const [resource] = wanted ? findResources(wanted, call) : [];
    if (resource) return referenceValue(resource.type, resource.title);
    return parseError(
      `stdlib::str2resource(): could not find ${wanted?.type ?? ""}[${wanted?.title ?? ""}], ` +
        "this is parse order dependent and values should not be quoted",
    );
  },
});
