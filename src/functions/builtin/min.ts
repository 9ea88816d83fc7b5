import { defineExtreme } from "../extreme.ts";

/** The least argument, or element of one array. */
export const min = defineExtreme("min", -1);
