import { defineExtreme } from "../extreme.ts";

/** The greatest argument, or element of one array. */
export const max = defineExtreme("max", 1);
