import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Scope } from "../../src/evaluate/scope.ts";
import { callFunction, DirectoryEnvironment, Failure, Hash, openScope } from "../../src/nostrings.ts";
import { asValue, guessedVariables, type TemplateCase } from "./template-variables.ts";

const MODULES = "/usr/share/puppet/modules";
const folder = mkdtempSync(join(tmpdir(), "nostrings-templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = new DirectoryEnvironment({ name: "production", modulepath: [MODULES] });

describe("every ERB template of Debian's modules", () => {
  const cases = templates();
  const answers = asPuppet(cases);

  it("is rendered as the real Puppet renders it, byte for byte", () => {
    const different = cases.flatMap(({ file, variables }, i) => {
      const { text } = answers[i]!;
      if (text === undefined) return [];
      const ours = rendered(file, variables);
      return ours === text ? [] : [firstDifference(file, ours, text)];
    });
    const compared = answers.filter(({ text }) => text !== undefined).length;
    console.log(
      `${compared} of ${cases.length} templates render with these variables; ${different.length} differ`,
    );
    expect(compared).toBeGreaterThan(cases.length * 0.8);
    expect(different).toEqual([]);
  });

  it("fails where the real Puppet fails", () => {
    const lenient = cases.flatMap(({ file, variables }, i) => {
      const { error } = answers[i]!;
      if (error === undefined || rendered(file, variables).startsWith("Error: ")) return [];
      return [`${file}: ${error}`];
    });
    expect(lenient).toEqual([]);
  });
});

function templates(): TemplateCase[] {
  return readdirSync(MODULES).flatMap((module) => {
    const root = join(MODULES, module, "templates");
    if (!existsSync(root)) return [];
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".erb"))
      .sort()
      .map((name) => join(root, name))
      .flatMap((file) => {
        const bytes = readFileSync(file);
        const text = bytes.toString("utf8");
        return Buffer.from(text).equals(bytes) ? [{ file, variables: guessedVariables(text) }] : [];
      });
  });
}

function asPuppet(cases: readonly TemplateCase[]): { text?: string; error?: string }[] {
  const script = join(import.meta.dirname, "templates.rb");
  const output = execFileSync("unshare", ["-n", "ruby", script, folder], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return JSON.parse(output) as { text?: string; error?: string }[];
}

function rendered(file: string, variables: TemplateCase["variables"]): string {
  const options = { environment, code: "", certname: "node", facts: Hash.empty, hieraConfig: "/nonexistent" };
  const scope = openScope(options, false);
  for (const [name, value] of Object.entries(variables)) {
    const cut = name.lastIndexOf("::");
    if (cut < 0) scope.set(name, asValue(value));
    else classScope(scope, name.slice(0, cut)).set(name.slice(cut + 2), asValue(value));
  }
  try {
    return String(callFunction("template", [file], scope));
  } catch (error) {
    if (error instanceof Failure) return `Error: ${error.issue.message}`;
    throw error;
  }
}

function classScope({ compilation }: Scope, name: string): Scope {
  const known = compilation.classScopes.get(name);
  const scope = known ?? new Scope(compilation, compilation.topScope, undefined, { kind: "class" });
  compilation.classScopes.set(name, scope);
  return scope;
}

/** The line in which a rendering begins to differ. */
function firstDifference(file: string, ours: string, theirs: string): string {
  const [mine, other] = [ours.split("\n"), theirs.split("\n")];
  const line = mine.findIndex((text, i) => text !== other[i]);
  return `${file}:${line + 1}: ${mine[line]} | ${other[line]}`;
}
