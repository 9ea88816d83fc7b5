import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level err. */
export const err = defineLogFunction("err");
