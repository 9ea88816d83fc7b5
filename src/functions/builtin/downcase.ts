import { defineCaseChange } from "../case-change.ts";

/** In lower case, also inside arrays and hashes. */
export const downcase = defineCaseChange("downcase", (text) => text.toLowerCase());
