import { defineStringChange } from "../string-change.ts";
import { capitalize } from "../text-case.ts";

/** Words joined by underscores as one CamelCase word. */
export const camelcase = defineStringChange("camelcase", (text) => text.split("_").map(capitalize).join(""));
