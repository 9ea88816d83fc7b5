import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ResourceTypes } from "../../src/catalog/resource-types/resource-types.ts";
import { writeCatalog } from "../../src/catalog/write-catalog.ts";
import { evaluateManifests } from "../../src/compile/manifests.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import { readCatalog } from "../../src/finish/read-catalog.ts";
import { Sensitive } from "../../src/values/sensitive.ts";
import { inputFor } from "../evaluate-declare/harness.ts";

/** What `puppet catalog compile` 7.23 prints for test/catalog/puppet.pp, and the manifest itself. */
const PUPPETS = readFileSync(join(import.meta.dirname, "puppet-catalog.txt"), "utf8");
const MANIFEST = readFileSync(join(import.meta.dirname, "puppet.pp"), "utf8");
const types = new ResourceTypes();

/** What differs from one compilation to the next. */
function stable(json: string): string {
  return json.replace(/"(version|catalog_uuid)": .*/g, '"$1": ...,').trim();
}

describe("the wire format", () => {
  it("is written as Puppet writes it, to the letter", () => {
    expect(stable(writeCatalog(evaluateManifests(inputFor(MANIFEST)).catalog))).toBe(stable(PUPPETS));
  });

  it("loses nothing of Puppet's own catalogs when they are read", () => {
    expect(stable(writeCatalog(readCatalog(PUPPETS, types)))).toBe(stable(PUPPETS));
  });

  it("keeps what Puppet does not write: relationships are found in parameters", () => {
    const { relationships } = readCatalog(PUPPETS, types);
    expect(relationships.map(({ from, to, notify }) => `${from} ${notify ? "~>" : "->"} ${to}`)).toEqual([
      "D[q] -> Notify[after d]",
      "Notify[pre] -> Class[A]",
      "Stage[first] -> Stage[main]",
      "File[/tmp/x/] ~> Exec[/bin/true]",
    ]);
  });

  it("wraps secrets again", () => {
    const { resources } = readCatalog(PUPPETS, types);
    const file = resources.find(({ type }) => type === "File");
    expect(file?.parameters.get("content")).toBeInstanceOf(Sensitive);
    expect(file?.parameters.get("path")).toBe("/tmp/x");
  });

  it.each([
    ["{", /^Could not intern from data: /],
    ["[]", /^Could not intern from data: the text is no catalog/],
    ['{"name":"n","resources":[{"title":"x"}]}', /^No resource type provided in serialized data/],
    [
      '{"name":"n","resources":[],"edges":[{"source":"Class[a]","target":"Class[b]"}]}',
      /^Could not intern from data: Could not find relationship source "Class\[a\]" for Class\[b\]/,
    ],
    [
      '{"name":"n","resources":[{"type":"Notify","title":"a","parameters":{"require":"Notify[b]"}}]}',
      /^Could not find resource 'Notify\[b\]' in parameter 'require'/,
    ],
  ])("refuses %s", (text, words) => {
    expect(() => readCatalog(text, types)).toThrow(Failure);
    expect(() => readCatalog(text, types)).toThrow(words);
  });
});
