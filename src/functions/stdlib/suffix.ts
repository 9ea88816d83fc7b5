import { defineAffix } from "../affix.ts";

/** The elements of an array, or the keys of a hash, with a text behind them. */
export const suffix = defineAffix("suffix", (text, suffix) => text + suffix);
