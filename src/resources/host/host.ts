import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineType } from "../define.ts";
import { type Kind, oneOf, str, textOf } from "../kind.ts";
import { presentWhenManaged } from "../records/ensure.ts";

const address: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    if (isIpv4(text) || isIpv6(text)) return text;
    return fail("INVALID_VALUE", `Invalid IP address ${rubyInspect(value)}`);
  },
};

function isIpv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split(".").every((part) => Number(part) <= 255);
}

/** Puppet lets blanks stand around an IPv6 address, but no line end. */
function isIpv6(text: string): boolean {
  return !/[\r\n]/.test(text) && URL.canParse(`http://[${text.trim().replace(/%.+$/, "")}]/`);
}

/** Aliases in their order, as one text with blanks between them. */
const aliases: Kind<string> = {
  many: true,
  parse: (value) => (Array.isArray(value) ? value : [value]).map(alias).join(" "),
};

function alias(value: Value): string {
  const text = textOf(value);
  if (/\s/.test(text)) fail("INVALID_VALUE", "Host aliases cannot include whitespace");
  if (text === "")
    fail(
      "INVALID_VALUE",
      "Host aliases cannot be an empty string. Use an empty array to delete all host_aliases ",
    );
  return text;
}

const comment: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    return /[\r\n]/.test(text) ? fail("INVALID_VALUE", "Comment cannot include newline") : text;
  },
};

const hostName: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    const parts = text.replace(/\.+$/, "").split(".");
    if (/[\r\n]/.test(text)) return fail("INVALID_VALUE", "Hostname cannot include newline");
    if (parts.every((part) => /^(\w+|\w[\w-]+\w)$/.test(part))) return text;
    return fail("INVALID_VALUE", "Invalid host name");
  },
};

/** A name of an address in /etc/hosts. */
export const host = defineType({
  name: "host",
  doc: "An entry of /etc/hosts.",
  key: "name",
  keyKind: hostName,
  settings: {},
  state: {
    ensure: oneOf("present", "absent"),
    ip: address,
    host_aliases: aliases,
    comment,
    target: str,
  },
  traits: {
    ensure: { event: (to) => (to === "present" ? "host_created" : "host_deleted") },
    host_aliases: {
      insync: (is, to) => (Array.isArray(is) ? is.join(" ") : "") === to,
      message: (is, to) =>
        Array.isArray(is)
          ? `host_aliases changed ${is.join(" ")} to '${to}'`
          : `defined 'host_aliases' as '${to}'`,
    },
  },
  complete: (wanted) => ({
    ...presentWhenManaged(wanted, ["ip", "host_aliases", "comment", "target"]),
    target: wanted.target ?? HOSTS,
  }),
});

export const HOSTS = "/etc/hosts";
