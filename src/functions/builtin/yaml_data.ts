import { defineDataFunction } from "../data-function.ts";

/** The hash in a YAML file, as a hierarchy entry with `data_hash: yaml_data` reads it. */
export const yaml_data = defineDataFunction("yaml_data");
