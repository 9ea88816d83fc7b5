import { defineLogFunction } from "../log-function.ts";

/** Logs its arguments at the level emerg. */
export const emerg = defineLogFunction("emerg");
