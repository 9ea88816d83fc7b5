import { describe, expect, it } from "vitest";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { compile, Failure } from "../../src/nostrings.ts";
import { Hash } from "../../src/values/hash.ts";
import { ProgramWriter } from "./generated-program.ts";

/** The slow suite takes more than the quick one. */
const PROGRAMS = Number(process.env.GENERATED_PROGRAMS ?? 3000);
const environment = new DirectoryEnvironment({ name: "production", modulepath: [] });
const facts = Hash.of({ os: Hash.of({ family: "Debian" }) });

/** What happens to a program: it compiles, or ends in a failure with a place, or in something that must not be. */
function fate(code: string): "compiled" | "failed" | string {
  try {
    compile({ environment, code, certname: "vm", facts, hieraConfig: "/nonexistent/hiera.yaml", timeout: 2 });
    return "compiled";
  } catch (error) {
    if (!(error instanceof Failure)) return `${error instanceof Error ? error.stack : error}\n${code}`;
    const { message, place, related } = error.issue;
    const placed = place !== undefined || related !== undefined || /\((file|line): /.test(message);
    return placed ? "failed" : `${message}\n${code}`;
  }
}

describe("generated programs", () => {
  it("each compile or end in a failure that says where", { timeout: 300_000 }, () => {
    const fates = new Map<string, number>();
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      const what = fate(new ProgramWriter(seed).program());
      fates.set(what, (fates.get(what) ?? 0) + 1);
    }
    const wrong = [...fates.keys()].filter((what) => what !== "compiled" && what !== "failed");
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(fates.get("compiled")).toBeGreaterThan(PROGRAMS / 100);
  });
});
