import { fail } from "../../diagnostics/failure.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { isGiven } from "./pick.ts";

/** The first argument that is neither undef nor an empty string, or else the last one. */
export const pick_default = defineLegacyFunction("pick_default", -1, (_call, args) => {
  if (args.length === 0) fail("RUNTIME_ERROR", "Must receive at least one argument.");
  return args.find(isGiven) ?? args.at(-1)!;
});
