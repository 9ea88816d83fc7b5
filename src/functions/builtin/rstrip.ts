import { defineStringChange } from "../string-change.ts";

/** Without white space at the end. */
export const rstrip = defineStringChange("rstrip", (text) => text.replace(/[\0\t-\r ]+$/, ""));
