import { convertToString } from "../../types/string-format/convert.ts";
import { Hash } from "../../values/hash.ts";
import { quoted } from "../../values/quoted.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineType } from "../define.ts";
import { bool, type Kind, withDefault } from "../kind.ts";

/** Any value: what is no text is shown as Ruby shows it. */
const message: Kind<Value> = { parse: (value) => value };

/** A message in the log of the run. It is said, and counts as a change, every time. */
export const notify = defineType({
  name: "notify",
  doc: "A message sent to the log of the run.",
  key: "name",
  settings: { withpath: withDefault(bool, false) },
  state: { message },
  traits: { message: { insync: () => false, show: shown } },
  complete: ({ message, name }) => ({ message: message ?? name }),
});

/** As Puppet formats the values of parameters: collections over several lines. */
function shown(value: Value): string {
  if (typeof value === "string") return quoted(value);
  return convertToString(value, value instanceof Hash || Array.isArray(value) ? "%#p" : "%p");
}

/** Says the message. */
export const logged = notify.provider({
  name: "logged",
  read: () => ({ message: "absent" }) as const,
  change: {
    message: (to, { withpath }, _is, { secret }) => [
      {
        kind: "say",
        message: secret.has("message") ? "Sensitive [value redacted]" : rubyText(to),
        ...(withpath ? {} : { speaker: "nobody" as const }),
      },
    ],
  },
});
