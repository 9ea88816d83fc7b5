import type { Scheme } from "../tokens.ts";
import { schemeNamed } from "../tokens.ts";
import type { FileKeys } from "./edit-session.ts";
import { piecesOf, written } from "./encrypted-file.ts";

/** A data file with every value encrypted anew: in its own scheme, or all in one. */
export function recrypted(
  text: string,
  keys: FileKeys,
  scheme: Scheme | undefined,
): { text: string; count: number } {
  let count = 0;
  const pieces = piecesOf(text).map((piece) => {
    if (typeof piece === "string") return piece;
    count++;
    const own = scheme ?? schemeNamed(piece.scheme);
    return written(own, keys.encrypt(own, keys.decrypt(piece)), piece);
  });
  return { text: pieces.join(""), count };
}
