import { defineCaseChange } from "../case-change.ts";

/** In upper case, also inside arrays and hashes. */
export const upcase = defineCaseChange("upcase", (text) => text.toUpperCase());
