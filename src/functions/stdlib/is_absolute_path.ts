import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";

/** Whether its argument is an absolute path of Unix or Windows; deprecated. */
export const is_absolute_path = defineDeprecatedCheck(
  "is_absolute_path",
  matchAdvice("Absolute_Path"),
  (_call, args) => isAbsolutePath(args[0] ?? null),
);

const WINDOWS = /^(?:[A-Z]:[\\/]|[\\/]{2}[^\\/]+[\\/][^\\/]+|[\\/]{2}\?[\\/][^\\/]+)/im;

/** Whether a value is an absolute path of Unix or Windows. */
export function isAbsolutePath(value: Value): boolean {
  return typeof value === "string" && (/^\//m.test(value) || WINDOWS.test(value));
}
