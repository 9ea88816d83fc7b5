import { rubyText } from "../values/ruby/inspect.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";

/** The bytes of a value's text; what is in a Sensitive counts. */
export function bytesOf(value: Value): Buffer {
  return Buffer.from(rubyText(value instanceof Sensitive ? value.value : value));
}
