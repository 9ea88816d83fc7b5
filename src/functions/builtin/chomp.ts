import { defineStringChange } from "../string-change.ts";

/** Without one line end at the end. */
export const chomp = defineStringChange("chomp", (text) => text.replace(/(?:\r\n|\n|\r)$/, ""));
