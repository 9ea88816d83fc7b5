import { erbUnsupported } from "../erb-unsupported.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** ERB is not supported: fails and names what was asked for. */
export const template = defineLegacyFunction("template", -2, ({ name }, args) => erbUnsupported(name, args));
