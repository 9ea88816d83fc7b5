import { defineType } from "../define.ts";
import { bool, str, withDefault } from "../kind.ts";

/** A message in the log of the run. It is said, and counts as a change, every time. */
export const notify = defineType({
  name: "notify",
  doc: "A message sent to the log of the run.",
  key: "name",
  settings: { withpath: withDefault(bool, false) },
  state: { message: str },
  traits: { message: { insync: () => false } },
  complete: ({ message, name }) => ({ message: message ?? name }),
});

/** Says the message. */
export const logged = notify.provider({
  name: "logged",
  read: () => ({ message: "absent" }) as const,
  change: {
    message: (to, { withpath }, _is, { secret }) => [
      {
        kind: "say",
        message: secret.has("message") ? "Sensitive [value redacted]" : to,
        ...(withpath ? {} : { speaker: "nobody" as const }),
      },
    ],
  },
});
