import { fail } from "../../diagnostics/failure.ts";
import { defineType } from "../define.ts";
import { type Kind, list, oneOf, str, textOf } from "../kind.ts";
import { presentWhenManaged } from "../records/ensure.ts";

const includedFile: Kind<string> = {
  parse(value) {
    const path = textOf(value);
    return path.startsWith("/")
      ? path
      : fail("INVALID_PATH", `File paths must be fully qualified, not '${path}'`);
  },
};

/** Where mail to a name goes. */
export const mailalias = defineType({
  name: "mailalias",
  doc: "An alias for mail.",
  key: "name",
  settings: {},
  state: {
    ensure: oneOf("present", "absent"),
    recipient: list(str),
    file: includedFile,
    target: str,
  },
  traits: { ensure: { event: (to) => (to === "present" ? "mailalias_created" : "mailalias_deleted") } },
  complete: (wanted) => ({
    ...presentWhenManaged(wanted, ["recipient", "file", "target"]),
    target: wanted.target ?? ALIASES,
  }),
  validate({ recipient, file }) {
    if (recipient !== undefined && file !== undefined)
      fail("INVALID_VALUE", "You cannot specify both a recipient and a file");
  },
});

export const ALIASES = "/etc/aliases";
