import { defineStringChange } from "../string-change.ts";

/** Without white space at the beginning. */
export const lstrip = defineStringChange("lstrip", (text) => text.replace(/^[\0\t-\r ]+/, ""));
