import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortestCycle } from "../../src/graph/explain.ts";
import { orderOf } from "../../src/graph/order.ts";
import { RelationshipGraph } from "../../src/graph/relationship-graph.ts";

/** A graph as text: `a>b c>d`, vertices numbered in order of their letters. */
function graph(text: string): number[][] {
  const edges = text.split(" ").filter((edge) => edge !== "");
  const names = [...new Set(edges.flatMap((edge) => edge.split(">")))].sort();
  const out: number[][] = names.map(() => []);
  for (const edge of edges) {
    const [from, to] = edge.split(">");
    out[names.indexOf(from!)]!.push(names.indexOf(to!));
  }
  return out;
}

function letters(vertices: readonly number[] | undefined): string | undefined {
  return vertices?.map((vertex) => String.fromCharCode(97 + vertex)).join("");
}

/** The vertices of a shortest cycle. */
function cycleOf(out: readonly (readonly number[])[]): number[] | undefined {
  const graph = new RelationshipGraph();
  const vertex = { resource: undefined, name: "", anchor: undefined, tags: new Set<string>() };
  for (const rank of out.keys()) graph.add({ ...vertex, rank });
  for (const [from, targets] of out.entries()) for (const to of targets) graph.connect(from, to, false);
  return shortestCycle(graph)?.map(({ from }) => from);
}

describe("the order of a graph", () => {
  it.each([
    ["a>b b>c", "abc"],
    ["c>b b>a", "cba"],
    ["b>a c>d", "bacd"],
    ["d>a a>b c>b", "cdab"],
    ["a>b a>c b>d c>d", "abcd"],
    ["a>b b>a", undefined],
    ["a>a", undefined],
  ])("%s is %s", (text, order) => {
    expect(letters(orderOf(graph(text)))).toBe(order);
  });

  it("prefers lower ranks among what is free to go", () => {
    expect(letters(orderOf(graph("a>b c>d"), (vertex) => -vertex))).toBe("cdab");
  });

  it("puts every vertex behind those that lead to it", () => {
    const acyclic = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 200 });
    fc.assert(
      fc.property(acyclic, (pairs) => {
        const out: number[][] = Array.from({ length: 61 }, () => []);
        for (const [a, b] of pairs) if (a !== b) out[Math.min(a, b)]!.push(Math.max(a, b));
        const at = new Map(orderOf(out)!.map((vertex, position) => [vertex, position]));
        expect(at.size).toBe(61);
        for (const [from, targets] of out.entries()) {
          for (const to of targets) expect(at.get(from)!).toBeLessThan(at.get(to)!);
        }
      }),
    );
  });

  it("takes a chain of a hundred thousand in its stride", () => {
    const out = Array.from({ length: 100_000 }, (_, vertex) => (vertex === 0 ? [] : [vertex - 1]));
    expect(orderOf(out)!.slice(0, 3)).toEqual([99_999, 99_998, 99_997]);
    expect(cycleOf(out)).toBeUndefined();
  });
});

describe("the shortest cycle of a graph", () => {
  it.each([
    ["a>b b>c", undefined],
    ["a>a a>b", "a"],
    ["a>b b>a", "ab"],
    ["a>b b>c c>a", "abc"],
    ["a>b b>c c>d d>a c>b", "bc"],
    ["c>a a>b b>a d>c", "ab"],
    ["a>b b>c c>a d>e e>d", "de"],
  ])("%s has %s", (text, cycle) => {
    expect(letters(cycleOf(graph(text)))).toBe(cycle);
  });

  it("is found in a ring of ten thousand", () => {
    const out = Array.from({ length: 10_000 }, (_, vertex) => [(vertex + 1) % 10_000]);
    expect(cycleOf(out)).toHaveLength(10_000);
  });

  it("is never longer than one found by looking from every vertex", () => {
    const edges = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 30 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const out: number[][] = Array.from({ length: 13 }, () => []);
        for (const [a, b] of pairs) if (!out[a]!.includes(b)) out[a]!.push(b);
        expect(cycleOf(out)?.length).toBe(shortestLength(out));
      }),
    );
  });
});

/** The length of a shortest cycle, by growing the set of what is reached from each vertex. */
function shortestLength(out: readonly (readonly number[])[]): number | undefined {
  for (let length = 1; length <= out.length; length++) {
    for (const start of out.keys()) {
      let reached = new Set([start]);
      for (let step = 0; step < length; step++) reached = new Set([...reached].flatMap((at) => out[at]!));
      if (reached.has(start)) return length;
    }
  }
  return undefined;
}
