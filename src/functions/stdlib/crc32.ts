import { crc32 as crc32sum } from "node:zlib";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { bytesOf } from "../scalar-bytes.ts";

/** The checksum crc32 of a scalar value or a binary, in hexadecimal. */
export const stdlib_crc32 = defineFunction("stdlib::crc32", {
  params: [param("Variant[ScalarData, Sensitive[ScalarData], Binary, Sensitive[Binary]]", "my_data")],
  returns: "String",
  body: (_call, data) => crc32sum(bytesOf(data!)).toString(16),
});
