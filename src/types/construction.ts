import type { Type } from "../values/type.ts";
import type { TupleType } from "./tuple-type.ts";

/** How `Init` asks what a type can be made of; `new/constructors.ts`, which needs every type, fills this in. */
export const construction: {
  /** The parameters of each way to make an instance; undefined when there is none. */
  parametersOf(type: Type): readonly TupleType[] | undefined;
} = {
  parametersOf(): never {
    throw new Error("types/new/constructors.ts is not loaded");
  },
};
