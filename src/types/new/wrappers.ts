import { Regexp } from "../../values/regexp.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { interpretType } from "../interpret.ts";
import { TypeParser } from "../parse/type-parser.ts";
import type { Constructor } from "./constructor.ts";

/** `Regexp.new`: from a pattern, or from a text to be found literally. */
export const newRegexp: Constructor = {
  name: "new_float",
  dispatches: [
    {
      params: [
        ["String", "pattern"],
        ["Boolean", "escape", "optional"],
      ],
      body: (_context, pattern, literal) =>
        Regexp.checked(literal === true ? Regexp.escape(String(pattern)) : String(pattern)),
    },
  ],
};

/** `Type.new`: the type a text denotes. */
export const newType: Constructor = {
  name: "new_type",
  dispatches: [
    {
      params: [["String[1]", "type_string"]],
      body: ({ find }, text) => interpretType(new TypeParser(String(text)).parse(), find),
    },
  ],
};

/** `Sensitive.new` */
export const newSensitive: Constructor = {
  name: "new_Sensitive",
  dispatches: [
    { params: [["Sensitive", "value"]], body: (_context, value) => value! },
    { params: [["Any", "value"]], body: (_context, value) => new Sensitive(value!) },
  ],
};

/** `NotUndef.new`: anything, as it is. */
export const newUnit: Constructor = {
  name: "new_unit",
  dispatches: [{ params: [["Any", "from"]], body: (_context, value) => value! }],
};
