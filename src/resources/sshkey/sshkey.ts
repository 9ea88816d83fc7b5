import { fail } from "../../diagnostics/failure.ts";
import type { Value } from "../../values/value.ts";
import { defineType } from "../define.ts";
import { type Kind, list, oneOf, oneOfOr, str, textOf } from "../kind.ts";
import { presentWhenManaged } from "../records/ensure.ts";
import { KEY_TYPE_ALIASES, KEY_TYPES } from "./key-types.ts";

const hostName: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    if (/\s/.test(text)) return fail("INVALID_VALUE", "Resourcename cannot include whitespaces");
    if (!text.includes(",")) return text;
    return fail(
      "INVALID_VALUE",
      "No comma in resourcename allowed. If you want to specify aliases use the host_aliases property",
    );
  },
};

const alias: Kind<string> = {
  parse(value: Value) {
    const text = textOf(value);
    if (/\s/.test(text)) return fail("INVALID_VALUE", "Aliases cannot include whitespace");
    if (!text.includes(",")) return text;
    return fail("INVALID_VALUE", "Aliases must be provided as an array, not a comma-separated list");
  },
};

/** The key of a host, for all users of ssh. A host has one of each type: both together name it. */
export const sshkey = defineType({
  name: "sshkey",
  doc: "A host's key in ssh's list of known hosts.",
  key: "name",
  keyKind: hostName,
  titles: [
    { pattern: /^(.*?)@(.*)$/s, attributes: ["name", "type"] },
    { pattern: /^([^@]+)$/, attributes: ["name"] },
  ],
  settings: { type: oneOfOr(KEY_TYPES, KEY_TYPE_ALIASES) },
  state: {
    ensure: oneOf("present", "absent"),
    key: str,
    host_aliases: list(alias),
    target: str,
  },
  traits: { ensure: { event: (to) => (to === "present" ? "sshkey_created" : "sshkey_deleted") } },
  complete: (wanted) => ({
    ...presentWhenManaged(wanted, ["key", "host_aliases", "target"]),
    target: wanted.target ?? KNOWN_HOSTS,
    name: `${wanted.name}@${wanted.type ?? ""}`,
  }),
  titleOf: ({ name }) => name,
});

export const KNOWN_HOSTS = "/etc/ssh/ssh_known_hosts";
