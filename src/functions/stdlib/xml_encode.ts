import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as content of XML, or as an attribute with its quotes. */
export const xml_encode = defineFunction("stdlib::xml_encode", {
  params: [param("String", "str"), optionalParam("Enum['text','attr']", "type")],
  returns: "String",
  body: (_call, text: string, type = "text") =>
    type === "attr" ? `"${text.replace(/[&<>"]/g, entity)}"` : text.replace(/[&<>]/g, entity),
});

function entity(character: string): string {
  return ENTITIES[character]!;
}
