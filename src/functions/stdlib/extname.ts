import { extname as extensionOf } from "node:path";
import { defineFunction, param } from "../../evaluate/functions/function.ts";

/** The extension of a file name, with its dot. */
export const extname = defineFunction("stdlib::extname", {
  params: [param("String", "filename")],
  returns: "String",
  body: (_call, name: string) => extensionOf(name),
});
