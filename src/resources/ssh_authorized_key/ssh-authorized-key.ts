import { fail } from "../../diagnostics/failure.ts";
import { defineType } from "../define.ts";
import { type Kind, looseBool, oneOf, oneOfOr, str, textOf, withDefault } from "../kind.ts";
import { presentWhenManaged } from "../records/ensure.ts";
import { KEY_TYPE_ALIASES, KEY_TYPES } from "../sshkey/key-types.ts";

/** The types of keys and of certificates that a user may log in with. */
export const USER_KEY_TYPES = [
  ...KEY_TYPES,
  "ssh-rsa-cert-v01@openssh.com",
  "ssh-ed25519-cert-v01@openssh.com",
  "ssh-dss-cert-v01@openssh.com",
  "ecdsa-sha2-nistp256-cert-v01@openssh.com",
  "ecdsa-sha2-nistp384-cert-v01@openssh.com",
  "ecdsa-sha2-nistp521-cert-v01@openssh.com",
] as const;

const publicKey: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    return /\s/.test(text) ? fail("INVALID_VALUE", `Key must not contain whitespace: ${text}`) : text;
  },
};

/** Options before a key (sshd(8)); `absent` alone stands for none. */
const keyOptions: Kind<readonly string[]> = {
  many: true,
  parse: (value) => (Array.isArray(value) ? value : [value]).map((one) => keyOption(textOf(one))),
};

function keyOption(text: string): string {
  if (/^[-a-z0-9A-Z_]+(?:=".*?")?$/m.test(text)) return text;
  return fail(
    "INVALID_VALUE",
    `Option ${text} is not valid. A single option must either be of the form 'option' or 'option="value"'. Multiple options must be provided as an array`,
  );
}

/** A key that opens a user's account. */
export const sshAuthorizedKey = defineType({
  name: "ssh_authorized_key",
  doc: "A public key that a user may log in with.",
  key: "name",
  settings: { drop_privileges: withDefault(looseBool, true) },
  state: {
    ensure: oneOf("present", "absent"),
    type: oneOfOr(USER_KEY_TYPES, KEY_TYPE_ALIASES),
    key: publicKey,
    user: str,
    target: str,
    options: keyOptions,
  },
  traits: {
    ensure: {
      event: (to) => (to === "present" ? "ssh_authorized_key_created" : "ssh_authorized_key_deleted"),
    },
    options: {
      message: (is, to) =>
        to.join() === NO_OPTIONS.join()
          ? `undefined 'options' from ${quoted(is)}`
          : `options changed ${quoted(is)} to ${quoted(to)}`,
    },
  },
  complete: (wanted) => ({
    ...presentWhenManaged(wanted, ["type", "key", "user", "target", "options"]),
    options: wanted.options ?? NO_OPTIONS,
  }),
  validate({ user, target }) {
    if (user === undefined && (target === undefined || target === "absent"))
      fail("MISSING_PARAMETER", "Attribute 'user' or 'target' is mandatory");
  },
  relations: ({ user }) => (user === undefined ? {} : { require: { User: [user] } }),
});

/** What a key without options has. */
export const NO_OPTIONS: readonly string[] = ["absent"];

function quoted(options: unknown): string {
  const list = Array.isArray(options) ? options : [options];
  return `[${list.map((one) => `'${one}'`).join(", ")}]`;
}
