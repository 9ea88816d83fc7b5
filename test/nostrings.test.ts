import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  callFunction,
  compile,
  DirectoryEnvironment,
  directoryEnvironment,
  evaluate,
  Failure,
  Hash,
  openScope,
  parse,
  Source,
} from "../src/nostrings.ts";

const node = { certname: "library", facts: Hash.of({ role: null }), hieraConfig: "/nonexistent/hiera.yaml" };
const empty = new DirectoryEnvironment({ name: "production", modulepath: [] });

describe("as a library", () => {
  it("compiles a site", () => {
    const site = directoryEnvironment("production", resolve(import.meta.dirname, ".."));
    const facts = Hash.of({
      identity: Hash.of({ user: "someone" }),
      networking: Hash.of({ hostname: "library" }),
      os: Hash.of({ name: "Debian", release: Hash.of({ full: "12.11" }) }),
      kernelrelease: "6.1",
    });
    const { catalog } = compile({ ...node, facts, environment: site, decrypt: () => "opened" });
    expect(catalog.classes).toContain("role::demo");
    expect(catalog.resources.map(({ title }) => title)).toContain("/tmp/nostrings-demo-someone");
  });

  it("evaluates texts in a scope, one after the other", () => {
    const scope = openScope({ ...node, environment: empty }, false);
    evaluate(new Source("function double(Integer $n) { $n * 2 } $x = double(21)"), scope);
    expect(evaluate(new Source("$x"), scope)).toBe(42n);
    expect(callFunction("join", [["a", "b"], "-"], scope)).toBe("a-b");
  });

  it.each([
    ["none", undefined, {}],
    ["only the environment", Hash.empty, { environment: "production" }],
    ["what is given", Hash.of({ servername: "s" }), { servername: "s", environment: "production" }],
  ])("has facts of a server: %s", (_, serverFacts, expected) => {
    const scope = openScope({ ...node, environment: empty, node: { serverFacts } }, false);
    expect(evaluate(new Source("$server_facts"), scope)).toEqual(Hash.of(expected));
    expect(evaluate(new Source("$servername"), scope)).toBe(serverFacts?.get("servername") ?? null);
  });

  it("parses without throwing, and fails with a placed issue", () => {
    expect(parse(new Source("$x = ")).issues[0]?.message).toBe("Syntax error at end of input");
    expect(() => compile({ ...node, environment: empty, code: "nottice(1)" })).toThrow(Failure);
  });
});
