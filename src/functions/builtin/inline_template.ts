import { erbUnsupported } from "../erb-unsupported.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** ERB is not supported: fails and names what was asked for. */
export const inline_template = defineLegacyFunction("inline_template", -2, ({ name }, args) =>
  erbUnsupported(name, args),
);
