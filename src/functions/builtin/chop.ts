import { defineStringChange } from "../string-change.ts";

/** Without the last character, or without a CR and LF at the end. */
export const chop = defineStringChange("chop", (text) => text.replace(/(?:\r\n|[\s\S])$/u, ""));
