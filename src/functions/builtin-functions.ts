import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import { abs } from "./builtin/abs.ts";
import { alert } from "./builtin/alert.ts";
import { all } from "./builtin/all.ts";
import { annotate } from "./builtin/annotate.ts";
import { any } from "./builtin/any.ts";
import { assert_type } from "./builtin/assert_type.ts";
import { binary_file } from "./builtin/binary_file.ts";
import { breakFunction } from "./builtin/break.ts";
import { call } from "./builtin/call.ts";
import { camelcase } from "./builtin/camelcase.ts";
import { capitalize } from "./builtin/capitalize.ts";
import { ceiling } from "./builtin/ceiling.ts";
import { chomp } from "./builtin/chomp.ts";
import { chop } from "./builtin/chop.ts";
import { compare } from "./builtin/compare.ts";
import { contain } from "./builtin/contain.ts";
import { convert_to } from "./builtin/convert_to.ts";
import { create_resources } from "./builtin/create_resources.ts";
import { crit } from "./builtin/crit.ts";
import { debug } from "./builtin/debug.ts";
import { defined } from "./builtin/defined.ts";
import { dig } from "./builtin/dig.ts";
import { digest } from "./builtin/digest.ts";
import { downcase } from "./builtin/downcase.ts";
import { each } from "./builtin/each.ts";
import { emerg } from "./builtin/emerg.ts";
import { empty } from "./builtin/empty.ts";
import { epp } from "./builtin/epp.ts";
import { err } from "./builtin/err.ts";
import { eyaml_lookup_key } from "./builtin/eyaml_lookup_key.ts";
import { fail } from "./builtin/fail.ts";
import { file } from "./builtin/file.ts";
import { filter } from "./builtin/filter.ts";
import { find_file } from "./builtin/find_file.ts";
import { find_template } from "./builtin/find_template.ts";
import { flatten } from "./builtin/flatten.ts";
import { floor } from "./builtin/floor.ts";
import { fqdn_rand } from "./builtin/fqdn_rand.ts";
import { generate } from "./builtin/generate.ts";
import { get } from "./builtin/get.ts";
import { getvar } from "./builtin/getvar.ts";
import { group_by } from "./builtin/group_by.ts";
import { hiera } from "./builtin/hiera.ts";
import { hiera_array } from "./builtin/hiera_array.ts";
import { hiera_hash } from "./builtin/hiera_hash.ts";
import { hiera_include } from "./builtin/hiera_include.ts";
import { hocon_data } from "./builtin/hocon_data.ts";
import { importFunction } from "./builtin/import.ts";
import { include } from "./builtin/include.ts";
import { index } from "./builtin/index-of.ts";
import { info } from "./builtin/info.ts";
import { inline_epp } from "./builtin/inline_epp.ts";
import { inline_template } from "./builtin/inline_template.ts";
import { join } from "./builtin/join.ts";
import { json_data } from "./builtin/json_data.ts";
import { keys } from "./builtin/keys.ts";
import { length } from "./builtin/length.ts";
import { lest } from "./builtin/lest.ts";
import { lookup } from "./builtin/lookup.ts";
import { lstrip } from "./builtin/lstrip.ts";
import { map } from "./builtin/map.ts";
import { match } from "./builtin/match.ts";
import { max } from "./builtin/max.ts";
import { md5 } from "./builtin/md5.ts";
import { min } from "./builtin/min.ts";
import { module_directory } from "./builtin/module_directory.ts";
import { newFunction } from "./builtin/new.ts";
import { next } from "./builtin/next.ts";
import { notice } from "./builtin/notice.ts";
import { partition } from "./builtin/partition.ts";
import { realize } from "./builtin/realize.ts";
import { reduce } from "./builtin/reduce.ts";
import { regsubst } from "./builtin/regsubst.ts";
import { requireFunction } from "./builtin/require.ts";
import { returnFunction } from "./builtin/return.ts";
import { reverse_each } from "./builtin/reverse_each.ts";
import { round } from "./builtin/round.ts";
import { rstrip } from "./builtin/rstrip.ts";
import { scanf } from "./builtin/scanf.ts";
import { sha1 } from "./builtin/sha1.ts";
import { sha256 } from "./builtin/sha256.ts";
import { shellquote } from "./builtin/shellquote.ts";
import { size } from "./builtin/size.ts";
import { slice } from "./builtin/slice.ts";
import { sort } from "./builtin/sort.ts";
import { split } from "./builtin/split.ts";
import { sprintf } from "./builtin/sprintf.ts";
import { step } from "./builtin/step.ts";
import { strftime } from "./builtin/strftime.ts";
import { strip } from "./builtin/strip.ts";
import { tag } from "./builtin/tag.ts";
import { tagged } from "./builtin/tagged.ts";
import { template } from "./builtin/template.ts";
import { thenFunction } from "./builtin/then.ts";
import { tree_each } from "./builtin/tree_each.ts";
import { type } from "./builtin/type.ts";
import { unique } from "./builtin/unique.ts";
import { unwrap } from "./builtin/unwrap.ts";
import { upcase } from "./builtin/upcase.ts";
import { values } from "./builtin/values.ts";
import { versioncmp } from "./builtin/versioncmp.ts";
import { warning } from "./builtin/warning.ts";
import { withFunction } from "./builtin/with.ts";
import { yaml_data } from "./builtin/yaml_data.ts";

const FUNCTIONS: readonly BuiltinFunction[] = [
  abs,
  alert,
  all,
  annotate,
  any,
  assert_type,
  binary_file,
  breakFunction,
  call,
  camelcase,
  capitalize,
  ceiling,
  chomp,
  chop,
  compare,
  contain,
  convert_to,
  create_resources,
  crit,
  debug,
  defined,
  dig,
  digest,
  downcase,
  each,
  emerg,
  empty,
  epp,
  err,
  eyaml_lookup_key,
  fail,
  file,
  filter,
  find_file,
  find_template,
  flatten,
  floor,
  fqdn_rand,
  generate,
  get,
  getvar,
  group_by,
  hiera,
  hiera_array,
  hiera_hash,
  hiera_include,
  hocon_data,
  importFunction,
  include,
  index,
  info,
  inline_epp,
  inline_template,
  join,
  json_data,
  keys,
  length,
  lest,
  lookup,
  lstrip,
  map,
  match,
  max,
  md5,
  min,
  module_directory,
  newFunction,
  next,
  notice,
  partition,
  realize,
  reduce,
  regsubst,
  requireFunction,
  returnFunction,
  reverse_each,
  round,
  rstrip,
  scanf,
  sha1,
  sha256,
  shellquote,
  size,
  slice,
  sort,
  split,
  sprintf,
  step,
  strftime,
  strip,
  tag,
  tagged,
  template,
  thenFunction,
  tree_each,
  type,
  unique,
  unwrap,
  upcase,
  values,
  versioncmp,
  warning,
  withFunction,
  yaml_data,
];

/** The functions of Puppet itself, by name. */
export const builtinFunctions: ReadonlyMap<string, BuiltinFunction> = new Map(
  FUNCTIONS.map((f) => [f.name, f]),
);
