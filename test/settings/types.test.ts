import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { PUPPET_SETTINGS } from "../../src/settings/puppet-settings.ts";
import { rawValue } from "../../src/settings/setting.ts";
import { InvalidSetting, typedValue } from "../../src/settings/types.ts";

/** What became of a value, in JSON; Puppet's words when it is refused. */
type Answer = string | number | boolean | null | readonly unknown[] | { readonly error: string };

/**
 * What Puppet 7.23 makes of odd values, written into puppet.conf, for one setting of each type.
 * `NoMethodError` is where Puppet stumbles over a boolean. Its working directory was `/`, its home `/root`.
 */
const ANSWERS = readFileSync(join(import.meta.dirname, "values.txt"), "utf8")
  .trimEnd()
  .split(/\n(?=\w)/)
  .map((block): [string, [string, Answer][]] => {
    const [name = "", ...rows] = block.split("\n");
    return [name, rows.map((row) => row.split(" -> ").map((part) => JSON.parse(part)) as [string, Answer])];
  });

function answer(written: string, name: string): Answer {
  try {
    const value = typedValue(rawValue(written.trim()), name, PUPPET_SETTINGS.get(name)!);
    const plain = (one: unknown) => (typeof one === "bigint" ? Number(one) : one);
    return value === Number.POSITIVE_INFINITY ? "Infinity" : (plain(value) as Answer);
  } catch (error) {
    if (error instanceof InvalidSetting) return { error: error.message };
    throw error;
  }
}

/** Puppet's answer, as if it had been asked in this directory and by this user. */
function here(expected: Answer, written: string, separator: string): Answer {
  if (typeof expected !== "string" || expected === "") return expected;
  const paths = expected.split(separator).map((path, index) => {
    if (path.startsWith("/root/")) return path.replace("/root", homedir());
    return written.split(separator)[index]?.startsWith("/") ? path : resolve(path.slice(1));
  });
  return paths.join(separator);
}

const PATHS = ["path", "file", "directory", "file_or_directory"];

function stumbles(expected: Answer): boolean {
  return JSON.stringify(expected) === '{"error":"NoMethodError"}';
}

describe("values as Puppet reads them", () => {
  it.each(ANSWERS)("of %s", (name, rows) => {
    const { type } = PUPPET_SETTINGS.get(name)!;
    const separator = type === "path" ? ":" : "\0";
    const clean = rows.filter(([, expected]) => !stumbles(expected));
    expect(clean.map(([written]) => [written, answer(written, name)])).toEqual(
      clean.map(([written, expected]) => [
        written,
        PATHS.includes(type) ? here(expected, written, separator) : expected,
      ]),
    );
    for (const [written, expected] of rows)
      if (stumbles(expected)) expect(answer(written, name), written).toHaveProperty("error");
  });
});
