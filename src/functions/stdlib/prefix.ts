import { defineAffix } from "../affix.ts";

/** The elements of an array, or the keys of a hash, with a text before them. */
export const prefix = defineAffix("prefix", (text, prefix) => prefix + text);
