import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level crit. */
export const crit = defineLogFunction("crit");
