import { defineDataFunction } from "../data-function.ts";

/** The hash in a JSON file, as a hierarchy entry with `data_hash: json_data` reads it. */
export const json_data = defineDataFunction("json_data");
