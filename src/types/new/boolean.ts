import type { Constructor } from "./constructor.ts";
import { cannotConvert } from "./conversion.ts";

/** `Boolean.new`: zero, false, no and n are false. */
export const newBoolean: Constructor = {
  name: "new_boolean",
  dispatches: [
    {
      params: [["Variant[Integer, Float, Boolean, Enum['false','true','yes','no','y','n',true]]", "from"]],
      body: (_context, from) => {
        if (typeof from === "number" || typeof from === "bigint") return Number(from) !== 0;
        const text = String(from).toLowerCase();
        return text !== "false" && text !== "no" && text !== "n";
      },
    },
  ],
  mismatches: [{ params: [["Any", "from"]], words: (_local, from) => cannotConvert(from!, "Boolean") }],
};
