import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level warning. */
export const warning = defineLogFunction("warning");
