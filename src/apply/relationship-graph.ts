import type { Managed } from "./managed.ts";

/** A way along which order, and with `notify` refreshes, travel. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly notify: boolean;
}

/**
 * A vertex: a resource, or one of the two anchors of a container. Nothing in a container comes before its `begin`,
 * nothing that depends on it before its `end` (Puppet's whits "admissible" and "completed").
 */
export interface Vertex {
  readonly resource: Managed | undefined;
  /** What an anchor is called in messages: its container. */
  readonly name: string;
  readonly anchor: "begin" | "end" | undefined;
  readonly tags: ReadonlySet<string>;
  /** Of two that are both free to go, the one with the lower rank goes first. */
  readonly rank: number;
}

/** The vertices by number, and the edges between them, none twice in one direction. */
export class RelationshipGraph {
  readonly vertices: Vertex[] = [];
  readonly out: Map<number, Edge>[] = [];
  readonly into: Map<number, Edge>[] = [];

  add(vertex: Vertex): number {
    this.out.push(new Map());
    this.into.push(new Map());
    return this.vertices.push(vertex) - 1;
  }

  has(from: number, to: number): boolean {
    return this.out[from]!.has(to);
  }

  /** Two edges between the same vertices are one, which notifies when either does. */
  connect(from: number, to: number, notify: boolean): void {
    const edge = { from, to, notify: notify || (this.out[from]!.get(to)?.notify ?? false) };
    this.out[from]!.set(to, edge);
    this.into[to]!.set(from, edge);
  }
}
