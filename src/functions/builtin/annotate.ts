import { fail } from "../../diagnostics/failure.ts";
import type { Compilation } from "../../evaluate/compilation.ts";
import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import { newInstance } from "../../types/new-instance.ts";
import { ObjectType } from "../../types/object/object-type.ts";
import { Hash } from "../../values/hash.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

type Notes = WeakMap<object, Map<Type, Value>>;

const notes = new WeakMap<Compilation["definitions"], Notes>();

/** What annotations say about the values of one compilation; an annotation is an instance of a type of annotations. */
export class Annotations {
  readonly #notes: Notes;

  constructor({ definitions }: Compilation) {
    this.#notes = notes.get(definitions) ?? new WeakMap();
    notes.set(definitions, this.#notes);
  }

  /** The annotation of a type; one that is not there yet is made of the hash that the type of the value or `make` has. */
  get(type: Type, value: Value, make?: () => Value): Value {
    const known = this.#of(value).get(type);
    if (known !== undefined) return known;
    const attributes = declared(type, value) ?? make?.() ?? null;
    return attributes === null ? null : this.#set(type, value, attributes);
  }

  /** Make an annotation anew, unless the type of the value declares it. */
  replace(type: Type, value: Value, attributes: Hash): Value {
    refuseDeclared("redefine", type, value);
    return this.#set(type, value, attributes);
  }

  /** Forget an annotation, and give it. */
  clear(type: Type, value: Value): Value {
    refuseDeclared("clear", type, value);
    const all = this.#of(value);
    const annotation = all.get(type) ?? null;
    all.delete(type);
    return annotation;
  }

  #set(type: Type, value: Value, attributes: Value): Value {
    const annotation = newInstance(type, [attributes]);
    this.#of(value).set(type, annotation);
    return annotation;
  }

  #of(value: Value): Map<Type, Value> {
    if (typeof value !== "object" || value === null) return new Map();
    const all = this.#notes.get(value) ?? new Map<Type, Value>();
    this.#notes.set(value, all);
    return all;
  }
}

function declared(type: Type, value: Value): Value | undefined {
  return value instanceof ObjectType ? value.definition.annotations?.get(type) : undefined;
}

function refuseDeclared(action: string, type: Type, value: Value): void {
  if (declared(type, value) === undefined) return;
  const { label } = value as ObjectType;
  fail("ARGUMENT_ERROR", `attempt to ${action} ${type.name} annotation declared on ${label}`);
}

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
