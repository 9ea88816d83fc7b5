import { defineTextOrArray } from "../text-or-array.ts";

/** A text, or each of an array, with the characters escaped that a URI cannot have. */
export const uriescape = defineTextOrArray("uriescape", (text) =>
  text.replace(/[^-_.!~*'()a-zA-Z\d;/?:@&=+$,[\]]/gu, (c) =>
    [...Buffer.from(c, "utf8")]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  ),
);
