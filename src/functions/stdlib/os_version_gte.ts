import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { toText } from "../../values/to-text.ts";
import { compareVersions } from "../builtin/versioncmp.ts";

/** Whether the operating system is one, of at least a version. */
export const os_version_gte = defineFunction("os_version_gte", {
  params: [param("String[1]", "os"), param("String[1]", "version")],
  returns: "Boolean",
  body({ compilation: { node } }, os: string, version: string) {
    if (node.facts.get("operatingsystem") !== os) return false;
    return compareVersions(toText(node.facts.get("operatingsystemmajrelease") ?? null), version) >= 0;
  },
});
