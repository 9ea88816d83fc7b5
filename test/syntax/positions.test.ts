import { expect, it } from "vitest";
import { Source } from "../../src/source/source.ts";
import type { Node } from "../../src/syntax/ast.ts";
import { childrenOf } from "../../src/syntax/children.ts";
import { parse } from "../../src/syntax/parse.ts";
import { sample } from "./vectors.ts";

it("places every node where Puppet does", () => {
  const { program, issues } = parse(new Source(sample("site.pp"), "site.pp"));
  expect(issues).toEqual([]);
  const places = childrenOf(program!).flatMap((node) => placesOf(node!, 0));
  expect(places.join("\n")).toBe(sample("site.positions").trimEnd());
});

/** The nodes of a tree with their line and column; Puppet has none where something is missing. */
function placesOf(node: Node, depth: number): string[] {
  if (node.kind === "Nop") return [];
  const { line, column } = node.span.source.position(node.span.start);
  const children = childrenOf(node).flatMap((child) =>
    child === undefined ? [] : placesOf(child, depth + 1),
  );
  return [`${"  ".repeat(depth)}${node.kind} ${line}:${column}`, ...children];
}
