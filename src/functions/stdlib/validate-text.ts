import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { capture } from "../../machine/capture.ts";
import { codePointLength } from "../../values/code-points.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/grouping.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { integerOf } from "../sprintf/arguments.ts";
import { defineDeprecatedCheck, validateAdvice } from "./deprecated-checks.ts";

/** Fails unless a text matches one of several patterns; deprecated. */
const validate_re = defineDeprecatedCheck("validate_re", validateAdvice("Pattern[]"), (_call, args) => {
  validateRe(args);
  return null;
});

/** Fails, with the third argument when there is one, unless a text matches one of several patterns. */
export function validateRe(args: readonly Value[]): void {
  const [text, patterns, message] = args;
  if (args.length < 2 || args.length > 3) {
    parseError(`validate_re(): wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  if (typeof text !== "string") {
    parseError(`validate_re(): input needs to be a String, not a ${rubyClass(text!)}`);
  }
  if (flattened([patterns!]).some((pattern) => asRegexp(pattern).test(text))) return;
  const words = `validate_re(): ${rubyInspect(text)} does not match ${rubyInspect(patterns!)}`;
  parseError(message === undefined || message === null ? words : toText(message));
}

function asRegexp(pattern: Value): Regexp {
  return pattern instanceof Regexp ? pattern : Regexp.checked(toText(pattern));
}

const NAME = "validate_slength()";

/** Fails unless a text, or each of an array, has at most and at least so many characters; deprecated. */
const validate_slength = defineDeprecatedCheck(
  "validate_slength",
  validateAdvice("String[]"),
  (_call, args) => {
    validateSlength(args);
    return null;
  },
);

/** Fails unless a text, or each of an array, has at most and at least so many characters. */
export function validateSlength(args: readonly Value[]): void {
  const [input, most, least] = args;
  if (args.length !== 2 && args.length !== 3) {
    parseError(`${NAME}: Wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  const max = length(most!, 1n, "second argument to be a positive Numeric");
  const min =
    least !== undefined && least !== false
      ? length(least, 0n, "third argument to be unset or a positive Numeric")
      : 0n;
  if (max < min) parseError(`${NAME}: Expected second argument to be equal to or larger than third argument`);
  if (typeof input === "string") {
    checkLength(input, input, min, max);
    return;
  }
  if (!Array.isArray(input)) {
    parseError(`${NAME}: Expected first argument to be a String or Array, got ${rubyClass(input!)}`);
  }
  for (const [i, text] of input.entries()) {
    if (typeof text === "string") checkLength(text, input, min, max);
    else
      parseError(`${NAME}: Expected element at array position ${i} to be a String, got ${rubyClass(text)}`);
  }
}

function length(value: Value, least: bigint, expected: string): bigint {
  const wrong = () => parseError(`${NAME}: Expected ${expected}, got ${rubyText(value)}:${rubyClass(value)}`);
  try {
    const number = integerOf(value);
    return number < least ? wrong() : number;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return wrong();
  }
}

function checkLength(text: string, input: string | readonly Value[], min: bigint, max: bigint): void {
  const size = codePointLength(text);
  if (size >= min && size <= max) return;
  const actual = typeof input === "string" ? size : input.length;
  parseError(
    `${NAME}: Expected length of ${rubyInspect(input)} to be between ${min} and ${max}, was ${actual}`,
  );
}

/** Fails unless a command accepts a text, which it is given in a file. */
const validate_cmd = defineLegacyFunction("validate_cmd", -1, (_call, args) => {
  const [content, script, message] = args;
  if (args.length < 2 || args.length > 3) {
    parseError(`validate_cmd(): wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  const wrong = `validate_cmd(): failed to validate content with command ${rubyInspect(script!)}`;
  check(rubyText(content!), rubyText(script!), message === undefined ? wrong : rubyText(message));
  return null;
});

function check(content: string, script: string, message: string): void {
  const folder = mkdtempSync(join(tmpdir(), "validate_cmd"));
  try {
    const file = join(folder, "content");
    writeFileSync(file, content, { mode: 0o600 });
    const command = /\s%(?:\s|$)/.test(script) ? script.replaceAll("%", file) : `${script} ${file}`;
    const { code, output } = capture(["/bin/sh", "-c", command], "/");
    if (code !== 0) parseError(`${message}\nExecution of '${command}' returned ${code}: ${output}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fails unless a certificate is signed with an RSA key. */
const validate_x509_rsa_key_pair = defineLegacyFunction("validate_x509_rsa_key_pair", -1, (_call, args) => {
  const [certificate, key] = args;
  if (args.length !== 2) {
    parseError(`validate_x509_rsa_key_pair(): wrong number of arguments (${args.length}; must be 2)`);
  }
  if (typeof certificate !== "string") return parseError(`${rubyInspect(certificate!)} is not a string.`);
  if (typeof key !== "string") return parseError(`${rubyInspect(key!)} is not a string.`);
  const cert = read("Not a valid x509 certificate", () => new X509Certificate(certificate));
  const pair = read("Not a valid RSA key", () => createPrivateKey(key));
  if (!cert.checkPrivateKey(pair)) parseError("Certificate signature does not match supplied key");
  return null;
});

function read<T>(complaint: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    return parseError(`${complaint}: ${(error as Error).message}`);
  }
}

/** The functions of this chapter. */
export const validateTextFunctions: readonly BuiltinFunction[] = [
  validate_re,
  validate_slength,
  validate_cmd,
  validate_x509_rsa_key_pair,
];
