import { hash } from "node:crypto";
import { Binary } from "../values/binary.ts";
import type { Value } from "../values/value.ts";
import { implicitText } from "./implicit-text.ts";

/** The checksum of a text in hexadecimal; fails as Ruby does for anything else. */
export function hexDigest(algorithm: string, text: Value): string {
  if (text instanceof Binary) return hash(algorithm, text.bytes, "hex");
  return hash(algorithm, implicitText(text), "hex");
}
