import { fail } from "../../diagnostics/failure.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { type Kind, textOf } from "../kind.ts";

/** A number, also as text; a name as it is. */
export const idOrName: Kind<number | string> = {
  parse(value) {
    const text = textOf(value);
    return /^-?\d+$/.test(text) ? Number(text) : text;
  },
};

/** A hash for /etc/shadow. */
export const passwordHash: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    return text.includes(":") ? fail("INVALID_VALUE", "Passwords cannot include ':'") : text;
  },
};

/** A number of days; `what` stands in the sentence about others. */
export function days(what: string): Kind<number> {
  return {
    parse(value) {
      const text = textOf(value);
      if (/^-?\d+$/.test(text)) return Number(text);
      return fail("INVALID_VALUE", `${what} must be provided as a number.`);
    },
  };
}

/** A day as YYYY-MM-DD, or `absent` for never. */
export const expiryDate: Kind<string> = {
  accepts: ["absent", "/^\\d{4}-\\d{2}-\\d{2}$/"],
  parse(value) {
    const text = textOf(value);
    if (text === "absent" || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    return fail("INVALID_VALUE", 'Expiry dates must be YYYY-MM-DD or the string "absent"');
  },
};

/** The name of one group. */
export const groupName: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    if (/^\d+$/.test(text)) fail("INVALID_VALUE", "Group names must be provided, not GID numbers.");
    if (text.includes(","))
      fail("INVALID_VALUE", "Group names must be provided as an array, not a comma-separated list.");
    if (text === "")
      fail(
        "INVALID_VALUE",
        'Group names must not be empty. If you want to specify "no groups" pass an empty array',
      );
    return text;
  },
};

/** Whether, or in which files, keys nobody declared are purged. */
export const keyFiles: Kind<boolean | readonly string[]> = {
  accepts: ["true", "false"],
  many: true,
  parse(value) {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    const entries: readonly Value[] = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
    if (entries.length > 0 || Array.isArray(value)) return entries.map(keyFile);
    const given = rubyInspect(value);
    return fail(
      "INVALID_VALUE",
      `purge_ssh_keys must be true, false, or an array of file names, not ${given}`,
    );
  },
};

function keyFile(entry: Value): string {
  if (typeof entry !== "string")
    return fail("INVALID_VALUE", `Each entry for purge_ssh_keys must be a string, not a ${rubyClass(entry)}`);
  if (/^(\/|~\/|%h\/)/.test(entry)) return entry;
  return fail("INVALID_VALUE", `Paths to keyfiles must be absolute, not ${entry}`);
}
