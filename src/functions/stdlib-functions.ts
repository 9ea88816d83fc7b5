import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import { any2array } from "./stdlib/any2array.ts";
import { any2bool } from "./stdlib/any2bool.ts";
import { assert_private } from "./stdlib/assert_private.ts";
import { base64 } from "./stdlib/base64.ts";
import { basename } from "./stdlib/basename.ts";
import { batch_escape } from "./stdlib/batch_escape.ts";
import { bool2num } from "./stdlib/bool2num.ts";
import { bool2str } from "./stdlib/bool2str.ts";
import { clamp } from "./stdlib/clamp.ts";
import { concat } from "./stdlib/concat.ts";
import { convert_base } from "./stdlib/convert_base.ts";
import { count } from "./stdlib/count.ts";
import { stdlib_crc32 } from "./stdlib/crc32.ts";
import { deep_merge } from "./stdlib/deep_merge.ts";
import { defined_with_params } from "./stdlib/defined_with_params.ts";
import { deleteFunction } from "./stdlib/delete.ts";
import { delete_at } from "./stdlib/delete_at.ts";
import { delete_regex } from "./stdlib/delete_regex.ts";
import { delete_undef_values } from "./stdlib/delete_undef_values.ts";
import { delete_values } from "./stdlib/delete_values.ts";
import { deprecation } from "./stdlib/deprecation.ts";
import { difference } from "./stdlib/difference.ts";
import { dig44 } from "./stdlib/dig44.ts";
import { dirname } from "./stdlib/dirname.ts";
import { dos2unix } from "./stdlib/dos2unix.ts";
import { enclose_ipv6 } from "./stdlib/enclose_ipv6.ts";
import { end_with } from "./stdlib/end_with.ts";
import { ensure_packages } from "./stdlib/ensure_packages.ts";
import { ensure_resource } from "./stdlib/ensure_resource.ts";
import { ensure_resources } from "./stdlib/ensure_resources.ts";
import { extname } from "./stdlib/extname.ts";
import { fact } from "./stdlib/fact.ts";
import { fqdn_rand_string, stdlib_fqdn_rand_string } from "./stdlib/fqdn_rand_string.ts";
import { fqdn_rotate, stdlib_fqdn_rotate } from "./stdlib/fqdn_rotate.ts";
import { fqdn_uuid } from "./stdlib/fqdn_uuid.ts";
import { get_module_path } from "./stdlib/get_module_path.ts";
import { getparam } from "./stdlib/getparam.ts";
import { glob } from "./stdlib/glob.ts";
import { grep } from "./stdlib/grep.ts";
import { has_function } from "./stdlib/has_function.ts";
import { has_interface_with } from "./stdlib/has_interface_with.ts";
import { has_ip_address } from "./stdlib/has_ip_address.ts";
import { has_ip_network } from "./stdlib/has_ip_network.ts";
import { has_key } from "./stdlib/has_key.ts";
import { hash } from "./stdlib/hash.ts";
import { intersection } from "./stdlib/intersection.ts";
import { ip_in_range } from "./stdlib/ip_in_range.ts";
import { is_a } from "./stdlib/is_a.ts";
import { is_absolute_path } from "./stdlib/is_absolute_path.ts";
import { is_array } from "./stdlib/is_array.ts";
import { is_bool } from "./stdlib/is_bool.ts";
import { is_domain_name } from "./stdlib/is_domain_name.ts";
import { is_email_address } from "./stdlib/is_email_address.ts";
import { is_float } from "./stdlib/is_float.ts";
import { is_function_available } from "./stdlib/is_function_available.ts";
import { is_hash } from "./stdlib/is_hash.ts";
import { is_integer } from "./stdlib/is_integer.ts";
import { is_ip_address } from "./stdlib/is_ip_address.ts";
import { is_ipv4_address } from "./stdlib/is_ipv4_address.ts";
import { is_ipv6_address } from "./stdlib/is_ipv6_address.ts";
import { is_mac_address } from "./stdlib/is_mac_address.ts";
import { is_numeric } from "./stdlib/is_numeric.ts";
import { is_string } from "./stdlib/is_string.ts";
import { join_keys_to_values } from "./stdlib/join_keys_to_values.ts";
import { load_module_metadata } from "./stdlib/load_module_metadata.ts";
import { loadjson } from "./stdlib/loadjson.ts";
import { loadyaml } from "./stdlib/loadyaml.ts";
import { member } from "./stdlib/member.ts";
import { merge } from "./stdlib/merge.ts";
import { nested_values } from "./stdlib/nested_values.ts";
import { num2bool } from "./stdlib/num2bool.ts";
import { os_version_gte } from "./stdlib/os_version_gte.ts";
import { parsehocon } from "./stdlib/parsehocon.ts";
import { parsejson } from "./stdlib/parsejson.ts";
import { parsepson } from "./stdlib/parsepson.ts";
import { parseyaml } from "./stdlib/parseyaml.ts";
import { pick } from "./stdlib/pick.ts";
import { pick_default } from "./stdlib/pick_default.ts";
import { powershell_escape } from "./stdlib/powershell_escape.ts";
import { prefix } from "./stdlib/prefix.ts";
import { pw_hash } from "./stdlib/pw_hash.ts";
import { range } from "./stdlib/range.ts";
import { regexpescape } from "./stdlib/regexpescape.ts";
import { reject } from "./stdlib/reject.ts";
import { reverse } from "./stdlib/reverse.ts";
import { seeded_rand, stdlib_seeded_rand } from "./stdlib/seeded_rand.ts";
import { seeded_rand_string } from "./stdlib/seeded_rand_string.ts";
import { stdlib_sha256 } from "./stdlib/sha256.ts";
import { shell_escape } from "./stdlib/shell_escape.ts";
import { shell_join } from "./stdlib/shell_join.ts";
import { shell_split } from "./stdlib/shell_split.ts";
import { shuffle } from "./stdlib/shuffle.ts";
import { sort_by } from "./stdlib/sort_by.ts";
import { sprintf_hash } from "./stdlib/sprintf_hash.ts";
import { squeeze } from "./stdlib/squeeze.ts";
import { start_with } from "./stdlib/start_with.ts";
import { str2bool } from "./stdlib/str2bool.ts";
import { str2resource } from "./stdlib/str2resource.ts";
import { str2saltedpbkdf2 } from "./stdlib/str2saltedpbkdf2.ts";
import { str2saltedsha512 } from "./stdlib/str2saltedsha512.ts";
import { suffix } from "./stdlib/suffix.ts";
import { swapcase } from "./stdlib/swapcase.ts";
import { time } from "./stdlib/time.ts";
import { to_bytes } from "./stdlib/to_bytes.ts";
import { to_json } from "./stdlib/to_json.ts";
import { to_json_pretty } from "./stdlib/to_json_pretty.ts";
import { to_python } from "./stdlib/to_python.ts";
import { to_ruby } from "./stdlib/to_ruby.ts";
import { to_toml } from "./stdlib/to_toml.ts";
import { to_yaml } from "./stdlib/to_yaml.ts";
import { try_get_value } from "./stdlib/try_get_value.ts";
import { type_of } from "./stdlib/type_of.ts";
import { type3x } from "./stdlib/type3x.ts";
import { union } from "./stdlib/union.ts";
import { unix2dos } from "./stdlib/unix2dos.ts";
import { uriescape } from "./stdlib/uriescape.ts";
import { validate_absolute_path } from "./stdlib/validate_absolute_path.ts";
import { validate_array } from "./stdlib/validate_array.ts";
import { validate_bool } from "./stdlib/validate_bool.ts";
import { validate_cmd } from "./stdlib/validate_cmd.ts";
import { validate_domain_name } from "./stdlib/validate_domain_name.ts";
import { validate_email_address } from "./stdlib/validate_email_address.ts";
import { validate_hash } from "./stdlib/validate_hash.ts";
import { validate_integer } from "./stdlib/validate_integer.ts";
import { validate_ip_address } from "./stdlib/validate_ip_address.ts";
import { validate_ipv4_address } from "./stdlib/validate_ipv4_address.ts";
import { validate_ipv6_address } from "./stdlib/validate_ipv6_address.ts";
import { validate_legacy } from "./stdlib/validate_legacy.ts";
import { validate_numeric } from "./stdlib/validate_numeric.ts";
import { validate_re } from "./stdlib/validate_re.ts";
import { validate_slength } from "./stdlib/validate_slength.ts";
import { validate_string } from "./stdlib/validate_string.ts";
import { validate_x509_rsa_key_pair } from "./stdlib/validate_x509_rsa_key_pair.ts";
import { values_at } from "./stdlib/values_at.ts";
import { xml_encode } from "./stdlib/xml_encode.ts";
import { zip } from "./stdlib/zip.ts";

const FUNCTIONS: readonly BuiltinFunction[] = [
  any2array,
  any2bool,
  assert_private,
  base64,
  basename,
  batch_escape,
  bool2num,
  bool2str,
  clamp,
  concat,
  convert_base,
  count,
  stdlib_crc32,
  deep_merge,
  defined_with_params,
  deleteFunction,
  delete_at,
  delete_regex,
  delete_undef_values,
  delete_values,
  deprecation,
  difference,
  dig44,
  dirname,
  dos2unix,
  enclose_ipv6,
  end_with,
  ensure_packages,
  ensure_resource,
  ensure_resources,
  extname,
  fact,
  fqdn_rand_string,
  stdlib_fqdn_rand_string,
  fqdn_rotate,
  stdlib_fqdn_rotate,
  fqdn_uuid,
  get_module_path,
  getparam,
  glob,
  grep,
  has_function,
  has_interface_with,
  has_ip_address,
  has_ip_network,
  has_key,
  hash,
  intersection,
  ip_in_range,
  is_a,
  is_absolute_path,
  is_array,
  is_bool,
  is_domain_name,
  is_email_address,
  is_float,
  is_function_available,
  is_hash,
  is_integer,
  is_ip_address,
  is_ipv4_address,
  is_ipv6_address,
  is_mac_address,
  is_numeric,
  is_string,
  join_keys_to_values,
  load_module_metadata,
  loadjson,
  loadyaml,
  member,
  merge,
  nested_values,
  num2bool,
  os_version_gte,
  parsehocon,
  parsejson,
  parsepson,
  parseyaml,
  pick,
  pick_default,
  powershell_escape,
  prefix,
  pw_hash,
  range,
  regexpescape,
  reject,
  reverse,
  seeded_rand,
  stdlib_seeded_rand,
  seeded_rand_string,
  stdlib_sha256,
  shell_escape,
  shell_join,
  shell_split,
  shuffle,
  sort_by,
  sprintf_hash,
  squeeze,
  start_with,
  str2bool,
  str2resource,
  str2saltedpbkdf2,
  str2saltedsha512,
  suffix,
  swapcase,
  time,
  to_bytes,
  to_json,
  to_json_pretty,
  to_python,
  to_ruby,
  to_toml,
  to_yaml,
  try_get_value,
  type3x,
  type_of,
  union,
  unix2dos,
  uriescape,
  validate_absolute_path,
  validate_array,
  validate_bool,
  validate_cmd,
  validate_domain_name,
  validate_email_address,
  validate_hash,
  validate_integer,
  validate_ip_address,
  validate_ipv4_address,
  validate_ipv6_address,
  validate_legacy,
  validate_numeric,
  validate_re,
  validate_slength,
  validate_string,
  validate_x509_rsa_key_pair,
  values_at,
  xml_encode,
  zip,
];

/** Those that stdlib 9 has under a name of its own too. */
const NAMESPACED: readonly BuiltinFunction[] = [
  batch_escape,
  has_interface_with,
  shell_escape,
  merge,
  to_json_pretty,
  type_of,
  to_python,
  to_json,
  to_toml,
  parsehocon,
  os_version_gte,
  validate_domain_name,
  validate_email_address,
  powershell_escape,
  to_yaml,
  ensure_packages,
  to_ruby,
  seeded_rand_string,
  time,
];

const ALL = [...FUNCTIONS, ...NAMESPACED.map((f): BuiltinFunction => ({ ...f, name: `stdlib::${f.name}` }))];

/** The functions that the module puppetlabs-stdlib brings in Ruby, by name. */
export const stdlibFunctions: ReadonlyMap<string, BuiltinFunction> = new Map(ALL.map((f) => [f.name, f]));
