import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import { rubyScanf } from "../ruby-scanf.ts";

/** The values that a format finds in a string, or what the lambda makes of them. */
export const scanf = defineFunction("scanf", {
  params: [param("String", "data"), param("String", "format")],
  block: optionalBlock(),
  body({ block }, data: string, format: string) {
    const found = rubyScanf(data, format);
    return block ? block.call([found]) : found;
  },
});
