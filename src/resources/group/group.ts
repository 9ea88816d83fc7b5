import { fail } from "../../diagnostics/failure.ts";
import { defineType } from "../define.ts";
import { anything, type Kind, list, looseBool, oneOf, str, textOf, withDefault } from "../kind.ts";

/** A numeric group id; also one written as text. */
const groupId: Kind<number> = {
  parse(value) {
    const text = textOf(value);
    return /^-?\d+$/.test(text) ? Number(text) : fail("INVALID_VALUE", `Invalid GID ${text}`);
  },
};

/** A group of the system. */
export const group = defineType({
  name: "group",
  doc: "A group of users.",
  key: "name",
  settings: {
    allowdupe: withDefault(looseBool, false),
    attributes: anything,
    attribute_membership: withDefault(oneOf("inclusive", "minimum"), "minimum"),
    auth_membership: withDefault(looseBool, false),
    forcelocal: withDefault(looseBool, false),
    ia_load_module: str,
    system: withDefault(looseBool, false),
  },
  state: {
    ensure: withDefault(oneOf("present", "absent"), "present"),
    gid: groupId,
    members: list(str),
  },
  traits: {
    members: {
      insync: (is, to) => sorted(Array.isArray(is) ? is : []) === sorted(to),
      show: (names) => names.join(","),
      message: (is, to) =>
        Array.isArray(is)
          ? `members changed '${is.join(",")}' to '${to.join(",")}'`
          : `defined 'members' as '${to.join(",")}'`,
    },
  },
});

function sorted(names: readonly string[]): string {
  return [...new Set(names)].sort().join(",");
}
