import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level debug. */
export const debug = defineLogFunction("debug");
