import { expect, test } from "vitest";
import { capture } from "../../src/machine/capture.ts";
import { withinTime } from "../../src/machine/time-limit.ts";

test("a command that takes too long ends before its work does, which can clean up", () => {
  let cleaned = false;
  const work = () => {
    try {
      return capture(["sleep", "20"], "/");
    } finally {
      cleaned = true;
    }
  };
  expect(() => withinTime(0.4, work, () => new Error("late"))).toThrow("late");
  expect(cleaned).toBe(true);
});
