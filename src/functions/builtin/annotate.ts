import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { Annotations } from "../annotations.ts";

const MEMBER = "Pattern[/\\A[a-z_]\\w*\\z/]";
const type = param("Type[Annotation]", "type");
const value = param("Any", "value");

/** The annotation of a type that a value has; makes it when the value has none, or anew when told what it says. */
export const annotate = defineFunction(
  "annotate",
  {
    params: [type, value],
    block: optionalBlock("Callable[0, 0]"),
    body({ compilation, block }, wanted, annotated) {
      const make = block && (() => block.call([]));
      return new Annotations(compilation).get(wanted as Type, annotated!, make);
    },
  },
  {
    params: [type, value, param(`Variant[Enum[clear],Hash[${MEMBER},Any]]`, "annotation_hash")],
    body({ compilation }, wanted, annotated, given) {
      const annotations = new Annotations(compilation);
      const kind = wanted as Type;
      return given instanceof Hash
        ? annotations.replace(kind, annotated!, given)
        : annotations.clear(kind, annotated!);
    },
  },
  {
    params: [
      param("Type[Pcore]", "type"),
      value,
      param(`Hash[Type[Annotation], Hash[${MEMBER},Any]]`, "annotations"),
    ],
    body({ compilation }, _pcore, annotated, given): Value {
      const annotations = new Annotations(compilation);
      for (const [kind, attributes] of given as Hash) {
        annotations.get(kind as Type, annotated!, () => attributes);
      }
      return annotated!;
    },
  },
);
