import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import { accessFunctions } from "./builtin/access.ts";
import { annotate } from "./builtin/annotate.ts";
import { call } from "./builtin/call.ts";
import { controlFunctions } from "./builtin/control.ts";
import { dataFunctions } from "./builtin/data.ts";
import { declaringFunctions } from "./builtin/declaring.ts";
import { defined } from "./builtin/defined.ts";
import { digestFunctions } from "./builtin/digests.ts";
import { eppFunctions } from "./builtin/epp.ts";
import { fileFunctions } from "./builtin/files.ts";
import { fqdn_rand } from "./builtin/fqdn_rand.ts";
import { groupingFunctions } from "./builtin/grouping.ts";
import { hieraFunctions } from "./builtin/hiera.ts";
import { importFunction } from "./builtin/import.ts";
import { iteratingFunctions } from "./builtin/iterating.ts";
import { loggingFunctions } from "./builtin/logging.ts";
import { lookup } from "./builtin/lookup.ts";
import { matchingFunctions } from "./builtin/matching.ts";
import { maxMinFunctions } from "./builtin/max-min.ts";
import { newFunction } from "./builtin/new.ts";
import { roundingFunctions } from "./builtin/rounding.ts";
import { strftime } from "./builtin/strftime.ts";
import { stringFunctions } from "./builtin/strings.ts";
import { templateFunctions } from "./builtin/templates.ts";
import { textFunctions } from "./builtin/text.ts";
import { tree_each } from "./builtin/tree_each.ts";
import { typingFunctions } from "./builtin/typing.ts";
import { versionFunctions } from "./builtin/versions.ts";

const FUNCTIONS: readonly BuiltinFunction[] = [
  ...accessFunctions,
  ...controlFunctions,
  ...dataFunctions,
  ...declaringFunctions,
  ...digestFunctions,
  ...eppFunctions,
  ...fileFunctions,
  ...groupingFunctions,
  ...hieraFunctions,
  ...iteratingFunctions,
  ...loggingFunctions,
  ...matchingFunctions,
  ...maxMinFunctions,
  ...roundingFunctions,
  ...stringFunctions,
  ...templateFunctions,
  ...textFunctions,
  ...typingFunctions,
  ...versionFunctions,
  annotate,
  call,
  defined,
  fqdn_rand,
  importFunction,
  lookup,
  newFunction,
  strftime,
  tree_each,
];

/** The functions of Puppet itself, by name. */
export const builtinFunctions: ReadonlyMap<string, BuiltinFunction> = new Map(
  FUNCTIONS.map((f) => [f.name, f]),
);
