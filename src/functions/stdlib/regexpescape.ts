import { Regexp } from "../../values/regexp.ts";
import { defineTextOrArray } from "../text-or-array.ts";

/** A text, or each of an array, as a pattern that matches it literally. */
export const regexpescape = defineTextOrArray("regexpescape", Regexp.escape);
