import { defineDataFunction } from "../data-function.ts";

/** The hash in a HOCON file, as a hierarchy entry with `data_hash: hocon_data` reads it. */
export const hocon_data = defineDataFunction("hocon_data");
