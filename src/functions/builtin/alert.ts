import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level alert. */
export const alert = defineLogFunction("alert");
