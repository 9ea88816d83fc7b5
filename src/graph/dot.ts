import type { Catalog } from "../catalog/catalog.ts";
import { shownReference } from "../catalog/containment.ts";
import type { RelationshipGraph, Vertex } from "./relationship-graph.ts";

/** A graph in Graphviz's language, as Puppet writes it with `--graph`. */
export interface Drawing {
  readonly name: string;
  readonly text: string;
}

/** The three graphs of a catalog: what contains what, what waits for what, and that with containers taken apart. */
export function drawings<R>(catalog: Catalog, graph: RelationshipGraph<R>): Drawing[] {
  const names = new Map(catalog.resources.map((one) => [one.reference, shownReference(one)]));
  const shown = (reference: string): string => names.get(reference) ?? reference;
  const contained = catalog.containment.map(
    ({ container, content }) => [shown(container), shown(content)] as const,
  );
  return [
    drawing("resources", names.values(), contained),
    drawing("relationships", names.values(), relationships(catalog, graph, shown)),
    drawing("expanded_relationships", graph.vertices.map(vertexName), expanded(graph)),
  ];
}

type Arrow = readonly [from: string, to: string];

/** What the catalog states, and what resource types ask for. */
function relationships<R>(
  { relationships: stated }: Catalog,
  graph: RelationshipGraph<R>,
  shown: (reference: string) => string,
): Arrow[] {
  const automatic = graph.out.flat().filter((edge) => edge.automatic);
  return [
    ...stated.map(({ from, to }): Arrow => [shown(from), shown(to)]),
    ...automatic.map(({ from, to }): Arrow => [graph.vertices[from]!.name, graph.vertices[to]!.name]),
  ];
}

/** The edge between the anchors of a container is drawn only when nothing is between them. */
function expanded<R>({ vertices, out }: RelationshipGraph<R>): Arrow[] {
  const drawn = out.flatMap((edges) =>
    edges.filter(({ reason }) => reason !== undefined || edges.length === 1),
  );
  return drawn.map(({ from, to }): Arrow => [vertexName(vertices[from]!), vertexName(vertices[to]!)]);
}

/** Puppet calls the anchors of a container by a type of its own: `Whit[Admissible_class[Main]]`. */
function vertexName({ name, anchor }: Vertex<unknown>): string {
  if (anchor === undefined) return name;
  const container = name.charAt(0).toLowerCase() + name.slice(1);
  return `Whit[${anchor === "begin" ? "Admissible" : "Completed"}_${container}]`;
}

function drawing(name: string, vertices: Iterable<string>, arrows: readonly Arrow[]): Drawing {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const parts = [
    `digraph ${title} {\n    label = "${title}"\n`,
    ...[...vertices].map(
      (one) => `    ${quoted(one)} [\n        fontsize = 8,\n        label = ${quoted(one)}\n    ]\n\n`,
    ),
    ...distinct(arrows).map(
      ([from, to]) => `    ${quoted(from)} -> ${quoted(to)} [\n        fontsize = 8\n    ]\n\n`,
    ),
    "}\n",
  ];
  return { name, text: parts.join("") };
}

function distinct(arrows: readonly Arrow[]): Arrow[] {
  return [...new Map(arrows.map((arrow) => [arrow.join("\0"), arrow])).values()];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
