import { homedir } from "node:os";
import { resolve } from "node:path";
import { rubyInspect } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";
import type { Raw, Setting, SettingType } from "./setting.ts";

/** A value is not of its setting's type; the words are Puppet's. */
export class InvalidSetting extends Error {
  override readonly name = "InvalidSetting";
}

type Convert = (value: Raw, name: string, setting: Setting) => Value;

/** The value of a setting as manifests see it; throws `InvalidSetting`. */
export function typedValue(value: Raw, name: string, setting: Setting): Value {
  return CONVERT[setting.type](value, name, setting);
}

/** A typed value as `puppet config print` writes it. */
export function printedValue(value: Value, type: SettingType): string {
  if (value === null) return "";
  if (value === Number.POSITIVE_INFINITY) return "unlimited";
  if (type === "server_list") return (value as string[][]).map((server) => server.join(":")).join(",");
  return Array.isArray(value) ? rubyInspect(value) : String(value);
}

/** One conversion for each class of lib/puppet/settings/; an alias is looked up before. */
const CONVERT: Readonly<Record<SettingType, Convert>> = {
  string: (value) => value,
  alias: (value) => value,
  boolean: toBoolean,
  integer: toInteger,
  port: toPort,
  duration: (value, name) =>
    units(value) ?? refuse(`Invalid duration format '${inspected(value)}' for parameter: ${name}`),
  ttl: toTimeToLive,
  seconds: toSeconds,
  count: toCount,
  enum: toEnum,
  array: toArray,
  path: (value) => (typeof value === "string" ? rubySplit(value, ":").map(expandPath).join(":") : value),
  file: toFile,
  directory: toFile,
  file_or_directory: toFile,
  terminus: toTerminus,
  priority: toPriority,
  autosign: toAutosign,
  certificate_revocation: toRevocation,
  server_list: (value) => toArray(value).map((server) => rubySplit(server, ":")),
  http_extra_headers: toHeaders,
};

function toBoolean(value: Raw, name: string): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  return refuse(`Invalid value '${inspected(value)}' for boolean parameter: ${name}`);
}

/** As Ruby's `Integer()`: a sign, a base by prefix, single underscores between digits. */
function toInteger(value: Raw, name: string): bigint {
  const text = String(value).trim().toLowerCase();
  const [, sign = "", digits = ""] = /^([+-]?)(\w+)$/.exec(text) ?? [];
  const based = /^0[0-7_]/.test(digits) ? digits.replace(/^0_?/, "0o") : digits.replace(/^0d/, "");
  const plain = based.replace(/(?<=\w)_(?=\w)/g, "");
  const known = /^(0x[\da-f]+|0o[0-7]+|0b[01]+|0|[1-9]\d*)$/.test(plain) && !/__|_$/.test(digits);
  if (!known) refuse(`Cannot convert '${inspected(value)}' to an integer for parameter: ${name}`);
  return sign === "-" ? -BigInt(plain) : BigInt(plain);
}

function toPort(value: Raw, name: string): bigint {
  const port = toInteger(value, name);
  return port >= 0n && port <= 65535n
    ? port
    : refuse(`Value '${port}' is not a valid port number for parameter: ${name}`);
}

function toTimeToLive(value: Raw, name: string): Value {
  if (value === "unlimited") return Number.POSITIVE_INFINITY;
  return units(value) ?? refuse(`Invalid 'time to live' format '${inspected(value)}' for parameter: ${name}`);
}

/** Seconds in a year, a day, an hour, a minute, a second. */
const UNITS: Readonly<Record<string, bigint>> = { y: 31536000n, d: 86400n, h: 3600n, m: 60n, s: 1n };

function units(value: Raw): bigint | undefined {
  const [, count, unit = "s"] = /^(\d+)([ydhms])?$/.exec(String(value)) ?? [];
  return count === undefined ? undefined : BigInt(count) * UNITS[unit]!;
}

/** A duration that may also be a fraction of a second. */
function toSeconds(value: Raw, name: string): number {
  const whole = units(value);
  if (whole !== undefined) return Number(whole);
  if (/^\d+\.\d+$/.test(String(value))) return Number(value);
  return refuse(`Invalid duration format '${inspected(value)}' for parameter: ${name}`);
}

function toCount(value: Raw, name: string): bigint {
  if (/^\d+$/.test(String(value))) return BigInt(value);
  return refuse(`Cannot convert '${inspected(value)}' to a whole number for parameter: ${name}`);
}

function toEnum(value: Raw, name: string, { values = [] }: Setting): string {
  if (typeof value === "string" && values.includes(value)) return value;
  return refuse(
    `Invalid value '${value}' for parameter ${name}. Allowed values are '${values.join("', '")}'`,
  );
}

function toFile(value: Raw): Value {
  return typeof value === "string" ? expandPath(value) : value;
}

/** As Ruby's `File.expand_path`, for the own home directory. */
function expandPath(path: string): string {
  return resolve(path.replace(/^~(?=\/|$)/, () => homedir()));
}

function toTerminus(value: Raw): Value {
  if (typeof value === "boolean") return refuse(`Invalid terminus setting: ${value}`);
  return value === "" ? null : value;
}

const PRIORITIES: Readonly<Record<string, bigint>> = { high: -10n, normal: 0n, low: 10n, idle: 19n };

function toPriority(value: Raw, name: string): Value {
  if (value === false) return null;
  const text = String(value);
  if (/\d/.test(text)) return BigInt(/^[+-]?\d+(_\d+)*/.exec(text)?.[0].replace(/[+_]/g, "") ?? 0);
  return PRIORITIES[text] ?? refuse(`Invalid priority format '${inspected(value)}' for parameter: ${name}`);
}

function toAutosign(value: Raw): Value {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  if (value.startsWith("/")) return value;
  return refuse(`Invalid autosign value ${value}: must be 'true'/'false' or an absolute path`);
}

function toRevocation(value: Raw): Value {
  if (value === true || value === "true" || value === "chain") return "chain";
  if (value === false || value === "false") return false;
  if (value === "leaf") return "leaf";
  const words = "must be one of 'true', 'chain', 'leaf', or 'false'";
  return refuse(`Invalid certificate revocation value ${value}: ${words}`);
}

function toArray(value: Raw): string[] {
  if (typeof value === "string") return rubySplit(value, /\s*,\s*/);
  return refuse(`Expected an Array or String, got a ${classOf(value)}`);
}

function toHeaders(value: Raw): string[][] {
  if (typeof value === "string") return toArray(value).map((header) => rubySplit(header, ":"));
  return refuse(`Expected an Array, String, or Hash, got a ${classOf(value)}`);
}

/** Ruby's class of a boolean. */
function classOf(value: boolean): string {
  return value ? "TrueClass" : "FalseClass";
}

/** As Ruby's `split`: nothing empty is left at the end. */
function rubySplit(text: string, separator: string | RegExp): string[] {
  const parts = text.split(separator);
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

function inspected(value: Raw): string {
  return rubyInspect(value);
}

function refuse(words: string): never {
  throw new InvalidSetting(words);
}
