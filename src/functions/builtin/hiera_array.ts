import { defineHieraFunction } from "../hiera-function.ts";

/** All values of a key in layered data as one array without duplicates. */
export const hiera_array = defineHieraFunction("hiera_array", "unique");
