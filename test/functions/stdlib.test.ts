import { expect, test } from "vitest";
import { answer, rows } from "./answer.ts";

/** What Puppet 7.23 with stdlib 8.5.0 says to each expression; errors begin with `!`. */
test.each(rows(new URL("./stdlib.answers.txt", import.meta.url)))("%s", (expression, expected) => {
  expect(answer(expression).text.trimEnd()).toBe(expected);
});

test("an old validation warns once where it is used", () => {
  const { logs } = answer("[1, 2].each |$x| { validate_integer($x) }");
  expect(logs.map(({ message }) => message)).toEqual([
    "This method is deprecated, please use the stdlib validate_legacy function,\n" +
      "                    with Stdlib::Compat::Integer. There is further documentation for validate_legacy function " +
      'in the README. at ["unknown", 1]:["unknown", 0]\n' +
      "   (location: stdlib/lib/puppet/functions/deprecation.rb:36:in `deprecation')",
  ]);
});

test("validate_legacy tells when a value only now is valid", () => {
  const { text, logs } = answer("validate_legacy(Integer, 'validate_string', 1)");
  expect([text, logs.map(({ level, message }) => `${level}: ${message}`)]).toEqual([
    "undef",
    ["notice: Accepting previously invalid value for target type 'Integer'"],
  ]);
});

test("validate_legacy warns when a value only used to be valid", () => {
  const { logs } = answer("validate_legacy(Integer, 'validate_string', 'a')");
  expect(logs[0]?.message).toMatch(
    /^validate_legacy\(validate_string\) expects an Integer value, got String at /,
  );
});

test("packages are declared once", () => {
  const code = "ensure_packages(['a']);;ensure_packages(['a', 'b']);;defined(Package['b'])";
  expect(answer(code).text).toBe("true");
});

test("shuffling loses nothing", () => {
  expect(answer("sort(shuffle([3, 1, 2]))").text).toBe("[1, 2, 3]");
});

test.each([
  ["stdlib::sort_by([3, 1, 2]) |$x| { -$x }", "[3, 2, 1]"],
  ["stdlib::sort_by({'a' => 2, 'b' => 1}) |$k, $v| { $v }", "{'b' => 1, 'a' => 2}"],
  ["stdlib::nested_values({'a' => {'b' => 1}, 'c' => 2})", "[1, 2]"],
  ["stdlib::crc32('hello')", "'3610a686'"],
  ["stdlib::sha256(Sensitive('abc'))", "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'"],
  ["stdlib::has_function('abs')", "true"],
  ["stdlib::to_yaml(['yes'])", "\"---\\n- 'yes'\\n\""],
])("%s of stdlib 9", (expression, expected) => {
  expect(answer(expression).text).toBe(expected);
});
