import { Binary } from "../../values/binary.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Constructor } from "./constructor.ts";
import { conversionFailed } from "./conversion.ts";

/** `Binary.new`: from Base64 in several dialects, from text, or from bytes. */
export const newBinary: Constructor = {
  name: "new_Binary",
  types: {
    ByteInteger: "Integer[0,255]",
    Base64Format: 'Enum["%b", "%u", "%B", "%s", "%r"]',
    StringHash: 'Struct[{value => String, "format" => Optional[Base64Format]}]',
    ArrayHash: "Struct[{value => Array[ByteInteger]}]",
    BinaryArgsHash: "Variant[StringHash, ArrayHash]",
  },
  dispatches: [
    {
      params: [
        ["String", "str"],
        ["Base64Format", "format", "optional"],
      ],
      body: (_context, text, format) => binaryOfText(String(text), format),
    },
    { params: [["Array[ByteInteger]", "byte_array"]], body: (_context, bytes) => binaryOfBytes(bytes!) },
    {
      params: [["BinaryArgsHash", "hash_args"]],
      body: (_context, args) => {
        const hash = args as Hash;
        const value = hash.get("value")!;
        return Array.isArray(value) ? binaryOfBytes(value) : binaryOfText(String(value), hash.get("format"));
      },
    },
  ],
};

function binaryOfBytes(bytes: Value): Binary {
  return new Binary(Uint8Array.from((bytes as readonly bigint[]).map(Number)));
}

function binaryOfText(text: string, format: Value | undefined): Binary {
  switch (format ?? "%B") {
    case "%b":
      return Binary.fromBase64(text);
    case "%u":
      return Binary.fromUrlSafeBase64(text) ?? conversionFailed("invalid base64");
    case "%B":
      return Binary.fromStrictBase64(text) ?? conversionFailed("invalid base64");
    default:
      return Binary.fromText(text);
  }
}
