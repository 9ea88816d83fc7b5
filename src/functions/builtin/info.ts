import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level info. */
export const info = defineLogFunction("info");
