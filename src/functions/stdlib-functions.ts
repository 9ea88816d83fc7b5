import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import { arrayFunctions } from "./stdlib/arrays.ts";
import { booleanFunctions } from "./stdlib/booleans.ts";
import { checkFunctions } from "./stdlib/checks.ts";
import { deletingFunctions } from "./stdlib/deleting.ts";
import { deprecatedCheckFunctions } from "./stdlib/deprecated-checks.ts";
import { digestFunctions } from "./stdlib/digests.ts";
import { hashFunctions } from "./stdlib/hashes.ts";
import { moduleFunctions } from "./stdlib/modules.ts";
import { networkFunctions } from "./stdlib/network.ts";
import { numberFunctions } from "./stdlib/numbers.ts";
import { parsingFunctions } from "./stdlib/parsing.ts";
import { passwordFunctions } from "./stdlib/passwords.ts";
import { pathFunctions } from "./stdlib/paths.ts";
import { pickingFunctions } from "./stdlib/picking.ts";
import { randomFunctions } from "./stdlib/random.ts";
import { resourceFunctions } from "./stdlib/resources.ts";
import { shellFunctions } from "./stdlib/shell.ts";
import { stringFunctions } from "./stdlib/strings.ts";
import { typingFunctions } from "./stdlib/typing.ts";
import { validateFunctions } from "./stdlib/validate.ts";
import { validate_legacy } from "./stdlib/validate-legacy.ts";
import { validateRangeFunctions } from "./stdlib/validate-range.ts";
import { validateTextFunctions } from "./stdlib/validate-text.ts";
import { writingFunctions } from "./stdlib/writing.ts";

const FUNCTIONS: readonly BuiltinFunction[] = [
  ...arrayFunctions,
  ...booleanFunctions,
  ...checkFunctions,
  ...deletingFunctions,
  ...deprecatedCheckFunctions,
  ...digestFunctions,
  ...hashFunctions,
  ...moduleFunctions,
  ...networkFunctions,
  ...numberFunctions,
  ...parsingFunctions,
  ...passwordFunctions,
  ...pathFunctions,
  ...pickingFunctions,
  ...randomFunctions,
  ...resourceFunctions,
  ...shellFunctions,
  ...stringFunctions,
  ...typingFunctions,
  ...validateFunctions,
  ...validateRangeFunctions,
  ...validateTextFunctions,
  ...writingFunctions,
  validate_legacy,
];

/** Those that stdlib 9 has under a name of its own too. */
const NAMESPACED: ReadonlySet<string> = new Set([
  "batch_escape",
  "has_interface_with",
  "shell_escape",
  "merge",
  "to_json_pretty",
  "type_of",
  "to_python",
  "to_json",
  "to_toml",
  "parsehocon",
  "os_version_gte",
  "validate_domain_name",
  "validate_email_address",
  "powershell_escape",
  "to_yaml",
  "ensure_packages",
  "to_ruby",
  "seeded_rand_string",
  "time",
]);

const ALL = FUNCTIONS.flatMap((f) =>
  NAMESPACED.has(f.name) ? [f, { ...f, name: `stdlib::${f.name}` }] : [f],
);

/** The functions that the module puppetlabs-stdlib brings in Ruby, by name. */
export const stdlibFunctions: ReadonlyMap<string, BuiltinFunction> = new Map(ALL.map((f) => [f.name, f]));
