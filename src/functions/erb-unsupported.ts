import { fail } from "../diagnostics/failure.ts";
import { rubyText } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";

/** Fails for `template` and `inline_template`, naming the template and its module. */
export function erbUnsupported(name: string, args: readonly Value[]): never {
  const [first] = args.map(rubyText);
  const module = /^([a-z]\w*)\//.exec(first ?? "")?.[1];
  const where = module === undefined ? "" : ` of module '${module}'`;
  const what = name === "inline_template" ? "inline template" : `template '${first}'${where}`;
  fail(
    "ERB_UNSUPPORTED",
    `${name}(): ERB templates need a later release of nostrings; cannot evaluate the ${what}`,
    "Embedded Puppet (epp, inline_epp) is supported.",
  );
}
