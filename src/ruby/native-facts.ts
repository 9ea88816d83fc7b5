import { readFileSync } from "node:fs";
import type { Value } from "../values/value.ts";

/**
 * Facts of the module stdlib whose Ruby asks Puppet's own types for providers: their answers are known here, for the
 * systems that this program runs on.
 */
export const NATIVE_FACTS: ReadonlyMap<string, () => Value> = new Map([
  ["service_provider", () => (isSystemd() ? "systemd" : "debian")],
  ["package_provider", () => "apt"],
]);

/** stdlib's `facter_dot_d.rb` reads the folders of external facts, which are read without it. */
export function isBuiltIn(file: string): boolean {
  return file === "facter_dot_d.rb";
}

/** As Puppet's provider `systemd` asks. */
function isSystemd(): boolean {
  try {
    return readFileSync("/proc/1/comm", "utf8").includes("systemd");
  } catch {
    return false;
  }
}
