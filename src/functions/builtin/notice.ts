import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level notice. */
export const notice = defineLogFunction("notice");
