import { describe, expect, it } from "vitest";
import { runFacts } from "../../src/cli/facts/facts.ts";
import { madeUpHost } from "./made-up-host.ts";

const host = madeUpHost({
  files: {
    "/etc/facter/facts.d/a.yaml":
      'role: web\nempty: {}\nnone: []\nlist: [1, "1", yes, /dev/vda]\nnested: {a: {b: "x\\ny"}, f: 1.5}\nquote: \'a "b"\'\nslash: \'a\\b\'\n',
  },
});

/** What facter 4.3.0 prints for these facts. */
const rows: [string, Parameters<typeof runFacts>[0], string, number][] = [
  ["one string", { queries: ["role"] }, "web\n", 0],
  ["one hash", { queries: ["nested"] }, '{\n  a => {\n    b => "x\\ny"\n  },\n  f => 1.5\n}\n', 0],
  ["one array", { queries: ["list"] }, '[\n  1,\n  "1",\n  true,\n  "/dev/vda"\n]\n', 0],
  ["a missing one", { queries: ["nosuch"] }, "\n", 0],
  ["an element", { queries: ["list.3"] }, "/dev/vda\n", 0],
  ["several", { queries: ["role", "nosuch", "nested.f"] }, "nested.f => 1.5\nnosuch => \nrole => web\n", 0],
  ["JSON", { queries: ["role", "nosuch"], json: true }, '{\n  "nosuch": null,\n  "role": "web"\n}\n', 0],
  [
    "empty things as JSON",
    { queries: ["empty", "none"], json: true },
    '{\n  "empty": {\n  },\n  "none": [\n\n  ]\n}\n',
    0,
  ],
  [
    "YAML",
    { queries: ["role", "list"], yaml: true },
    "list:\n- 1\n- '1'\n- true\n- \"/dev/vda\"\nrole: web\n",
    0,
  ],
  ["a missing one that must be there", { queries: ["nosuch"], strict: true }, "\n", 1],
];

describe("facts are shown", () => {
  it.each(rows)("%s", (_about, request, out, exitCode) => {
    expect(runFacts({ ...request, host })).toMatchObject({ out, exitCode });
  });

  it("with a word about a missing one when they must be there", () => {
    expect(runFacts({ queries: ["nosuch"], strict: true, host }).err).toBe(
      'Error: fact "nosuch" does not exist.\n',
    );
  });

  it("all, without the flat ones unless asked for", () => {
    const all = runFacts({ queries: [], host }).out;
    expect(all).toMatch(/^kernel => Linux$/m);
    expect(all).not.toMatch(/^osfamily/m);
    expect(runFacts({ queries: [], showLegacy: true, host }).out).toMatch(/^hardwaremodel => x86_64$/m);
  });
});
