import { Hash } from "../../values/hash.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** Any arguments as one array; a hash as keys and values in turn. */
export const any2array = defineLegacyFunction("any2array", -1, (_call, args) => {
  const [only] = args;
  if (args.length !== 1) return args;
  if (Array.isArray(only)) return only;
  if (only === "") return [];
  return only instanceof Hash ? [...only].flat() : args;
});
