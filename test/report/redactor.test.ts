import { expect, test } from "vitest";
import { Redactor } from "../../src/report/redactor.ts";

const redactor = new Redactor();
for (const secret of [
  "hunter2",
  "hunter2-longer",
  "abc",
  "a.b*c(d",
  "first line of key\nsecond line of key\n",
  "PASS=swordfish",
])
  redactor.register(secret);

test.each([
  ["password is hunter2!", "password is [redacted]!"],
  ["hunter2-longer and hunter2", "[redacted] and [redacted]"],
  ["abc is too short to be looked for", "abc is too short to be looked for"],
  ["a.b*c(d but not aXbbc(d", "[redacted] but not aXbbc(d"],
  ["> second line of key", "> [redacted]"],
  ["nothing", "nothing"],
  ["PASS=swordfish or swordfish", "[redacted] or [redacted]"],
])("%s", (text, expected) => expect(redactor.redact(text)).toBe(expected));

test("data is redacted through and through", () => {
  const data = { a: ["hunter2", 1, null], hunter2: { b: "x hunter2" }, t: true };
  expect(redactor.redactAll(data)).toEqual({
    a: ["[redacted]", 1, null],
    "[redacted]": { b: "x [redacted]" },
    t: true,
  });
});

test("secrets may be long and many", () => {
  const long = "long secret ".repeat(100_000);
  const guarded = new Redactor();
  guarded.register(long);
  for (let i = 0; i < 10_000; i++) guarded.register(`secret number ${i}.`);
  expect(guarded.redact(`a ${long}b`)).toBe("a [redacted]b");
  expect(guarded.redact("not secret number 10000., but secret number 9999.")).toBe(
    "not secret number 10000., but [redacted]",
  );
});
