import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { ensureResource } from "./ensure_resource.ts";

/** Declares packages that were not declared yet. */
export const ensure_packages = defineFunction("ensure_packages", {
  params: [
    param("Variant[String[1], Array[String[1]], Hash[String[1], Any]]", "packages"),
    optionalParam("Hash", "default_attributes"),
  ],
  returns: "Undef",
  body(call, packages: Value, given: Hash = Hash.empty) {
    const defaults = Hash.of({ ensure: "installed" }).merge(given);
    const common =
      defaults.get("ensure") === "present" ? defaults.merge(Hash.of({ ensure: "installed" })) : defaults;
    if (!(packages instanceof Hash)) ensureResource(call, "package", packages, common);
    else {
      for (const [name, own] of packages) {
        ensureResource(call, "package", name, own instanceof Hash ? common.merge(own) : common);
      }
    }
    return null;
  },
});
