import { defineHieraFunction } from "../hiera-function.ts";

/** The value of a key in layered data, the first found: the `lookup` of Hiera 3. */
export const hiera = defineHieraFunction("hiera", "first");
