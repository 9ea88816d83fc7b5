import type { ContainmentEdge, RelationshipEdge } from "../catalog/catalog.ts";

/** Why an edge is there: a stated or automatic relationship, or a container that holds something. */
export type Reason = RelationshipEdge | ContainmentEdge;

/** A way along which order, and with `notify` refreshes, travel. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  notify: boolean;
  /** No manifest states it: a resource type asks for it. */
  readonly automatic: boolean;
  /** Undefined for the edge between the two anchors of a container. */
  readonly reason: Reason | undefined;
}

/**
 * A vertex: a resource, or one of the two anchors of a container. Nothing in a container comes before its `begin`,
 * nothing that depends on it before its `end` (Puppet's whits "admissible" and "completed").
 */
export interface Vertex<R> {
  readonly resource: R | undefined;
  /** The reference of the resource or of the container. */
  readonly name: string;
  readonly anchor: "begin" | "end" | undefined;
  readonly tags: ReadonlySet<string>;
  /** Of two that are both free to go, the one with the lower rank goes first. */
  readonly rank: number;
}

/** The vertices by number, and the edges between them, none twice in one direction. */
export class RelationshipGraph<R> {
  readonly vertices: Vertex<R>[] = [];
  readonly out: Edge[][] = [];
  readonly into: Edge[][] = [];

  add(vertex: Vertex<R>): number {
    this.out.push([]);
    this.into.push([]);
    return this.vertices.push(vertex) - 1;
  }

  /** Two edges between the same vertices are one, which notifies when either does; the first one's reason stays. */
  connect(from: number, to: number, notify: boolean, reason?: Reason, automatic = false): void {
    const known = this.edge(from, to);
    if (known !== undefined) {
      known.notify ||= notify;
      return;
    }
    const edge = { from, to, notify, automatic, reason };
    this.out[from]!.push(edge);
    this.into[to]!.push(edge);
  }

  /** The edge from one vertex to another; of the many edges of a container and the few of what it holds, the few are searched. */
  edge(from: number, to: number): Edge | undefined {
    const [out, into] = [this.out[from]!, this.into[to]!];
    return out.length < into.length
      ? out.find((edge) => edge.to === to)
      : into.find((edge) => edge.from === from);
  }
}
