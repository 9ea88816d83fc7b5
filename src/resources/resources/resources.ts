import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineType } from "../define.ts";
import { type Kind, looseBool, textOf, withDefault } from "../kind.ts";

const systemUsers: Kind<boolean | number> = {
  accepts: ["true", "false", "/^\\d+$/"],
  parse(value) {
    const text = typeof value === "boolean" || typeof value === "bigint" ? String(value) : value;
    if (text === "true" || text === "false") return text === "true";
    if (typeof text === "string" && /^\d+$/.test(text)) return Number(text);
    const valid = "Valid values are true, false. Valid values match /^\\d+$/.";
    return fail("INVALID_VALUE", `Invalid value ${rubyInspect(value)}. ${valid}`);
  },
};

const ids: Kind<readonly number[]> = {
  many: true,
  parse(value) {
    const values = Array.isArray(value) ? (value.flat(9) as Value[]) : [value];
    return values.map((one) => id(one, values));
  },
};

function id(value: Value, all: readonly Value[]): number {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" && /^[-+]?\d+$/.test(value)) return Number(value);
  const shown = rubyInspect(value);
  const why = typeof value === "string" ? `invalid value for Integer(): ${shown}` : `Invalid value ${shown}.`;
  return fail(
    "INVALID_VALUE",
    `Munging failed for value ${rubyInspect([...all])} in class unless_uid: ${why}`,
  );
}

/** All resources of a type: those that nobody manages can be purged. */
export const resources = defineType({
  name: "resources",
  doc: "All resources of a type, of which those that the catalog does not have are removed when asked for.",
  key: "name",
  keyKind: { parse: textOf },
  settings: {
    purge: withDefault(looseBool, false),
    unless_system_user: systemUsers,
    unless_uid: ids,
  },
  state: {},
});
