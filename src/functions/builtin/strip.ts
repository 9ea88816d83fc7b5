import { defineStringChange } from "../string-change.ts";

/** Without white space at both ends. */
export const strip = defineStringChange("strip", (text) =>
  text.replace(/^[\0\t-\r ]+/, "").replace(/[\0\t-\r ]+$/, ""),
);
