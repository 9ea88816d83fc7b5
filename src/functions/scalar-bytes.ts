import { rubyText } from "../evaluate/ruby-text.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";

/** The bytes of a value's text; what is in a Sensitive counts. */
export function bytesOf(value: Value): Buffer {
  return Buffer.from(rubyText(value instanceof Sensitive ? value.value : value));
}
