import { defineHieraFunction } from "../hiera-function.ts";

/** All hashes of a key in layered data merged into one. */
export const hiera_hash = defineHieraFunction("hiera_hash", "hash");
