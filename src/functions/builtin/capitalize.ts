import { defineStringChange } from "../string-change.ts";
import { capitalize as capitalizeText } from "../text-case.ts";

/** The first letter in upper case, the others in lower case. */
export const capitalize = defineStringChange("capitalize", capitalizeText);
