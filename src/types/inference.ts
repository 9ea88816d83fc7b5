import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** How types ask for the types of values; `infer.ts`, which needs every type, fills this in when it loads. */
export const inference: { infer(value: Value): Type; inferSet(value: Value): Type } = {
  infer: notLoaded,
  inferSet: notLoaded,
};

function notLoaded(): never {
  throw new Error("types/infer.ts is not loaded");
}
