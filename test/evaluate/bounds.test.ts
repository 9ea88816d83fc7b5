import { describe, expect, it } from "vitest";
import { timeoutFailure } from "../../src/evaluate/bounds.ts";
import { withinTime } from "../../src/machine/time-limit.ts";
import { failureOf } from "./evaluator.ts";

describe("what never ends", () => {
  it("a recursion overflows, with a place and a hint", () => {
    const failure = failureOf("function f($n) { f($n + 1) } f(0)");
    expect(failure.issue.message).toContain("stack level too deep");
    expect(failure.issue.place?.line).toBe(1);
    expect(failure.issue.hint).toBe("Something calls or declares itself without end.");
  });

  it.each([
    ["Integer[1, 100000000000].each |$x| { $x }", "a loop"],
    ["$x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ /^(a+)+$/", "a regular expression"],
    ["regsubst('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a|aa)+$', 'b', 'G')", "one in a function"],
    ["case 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' { /^(a*)*$/: { } default: { } }", "one in a case"],
    ["'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ Pattern[/^(a+)+$/]", "one in a type"],
    ["generate('/bin/sleep', '60')", "a command"],
  ])("%s: %s ends when the time is over", (code) => {
    const work = () => failureOf(code);
    const started = performance.now();
    expect(() => withinTime(0.3, work, () => timeoutFailure(0.3))).toThrow(
      "Compilation took longer than --timeout allows (0.3 seconds)",
    );
    expect(performance.now() - started).toBeLessThan(5000);
    expect(timeoutFailure(1).issue.place?.line).toBe(1);
  });

  it.each([
    ["Integer[1, 1000000000].map |$i| { $i }", "Cannot make an Array of more than 5000000 elements"],
    ["Array(Integer[1, 1000000000])", "Cannot make an Array of more than 5000000 elements"],
    ["Integer[1, 40].reduce([1]) |$m, $i| { $m + $m }", "Cannot make an Array of more than 5000000 elements"],
    [
      "flatten(Integer[1, 40].reduce([1]) |$m, $i| { [$m, $m] })",
      "Cannot make an Array of more than 5000000",
    ],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Puppet's interpolation
      "Integer[1, 60].reduce('x') |$m, $i| { \"${m}${m}\" }",
      "Cannot make a String of more than 67108864 characters",
    ],
    [
      "Integer[1, 60].reduce('x') |$m, $i| { join([$m, $m]) }",
      "Cannot make a String of more than 67108864 characters",
    ],
    ["sprintf('%1000000000d', 1)", "width too big"],
    ["sprintf('%*d', 1000000000, 1)", "width too big"],
    ["sprintf('%.1000000000f', 1.5)", "precision too big"],
    ["String(1, '%1000000000d')", "width too big"],
    ["String(1.5, '%.1000000000f')", "precision too big"],
  ])(
    "%s: %s",
    (code, words) => {
      const started = performance.now();
      expect(failureOf(code).issue.message).toContain(words);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );
});
