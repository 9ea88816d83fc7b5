import { convertToString } from "../string-format/convert.ts";
import { FORMAT_PATTERN } from "../string-format/format.ts";
import type { Constructor } from "./constructor.ts";

/** `String.new`: any value, formatted as a format or a map of types to formats says. */
export const newString: Constructor = {
  name: "new_string",
  types: {
    Format: `Pattern[/${FORMAT_PATTERN}/]`,
    ContainerFormat: `Struct[{
          Optional[format]         => Format,
          Optional[separator]      => String,
          Optional[separator2]     => String,
          Optional[string_formats] => Hash[Type, Format]
        }]`,
    TypeMap: "Hash[Type, Variant[Format, ContainerFormat]]",
    Convertible: "Any",
    Formats: "Variant[Default, String[1], TypeMap]",
  },
  dispatches: [
    {
      params: [
        ["Convertible", "from"],
        ["Formats", "string_formats", "optional"],
      ],
      body: (_context, from, formats) => convertToString(from!, formats),
    },
  ],
};
