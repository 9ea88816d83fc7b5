import { defineTextOrArray } from "../text-or-array.ts";

/** A text, or each of an array, with upper and lower case exchanged. */
export const swapcase = defineTextOrArray("swapcase", (text) =>
  [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join(""),
);
