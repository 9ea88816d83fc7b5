import { hash } from "node:crypto";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { bytesOf } from "../scalar-bytes.ts";

/** The checksum sha256 of a scalar value or a binary, in hexadecimal. */
export const stdlib_sha256 = defineFunction("stdlib::sha256", {
  params: [param("Variant[ScalarData, Sensitive[ScalarData], Binary, Sensitive[Binary]]", "my_data")],
  returns: "String",
  body: (_call, data) => hash("sha256", bytesOf(data!), "hex"),
});
