import type { Managed } from "./managed.ts";

/** A way along which order, and with `notify` refreshes, travel. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  notify: boolean;
  /** Nobody stated it: a type asks for it of its own accord. */
  readonly automatic: boolean;
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
  readonly out: Edge[][] = [];
  readonly into: Edge[][] = [];

  add(vertex: Vertex): number {
    this.out.push([]);
    this.into.push([]);
    return this.vertices.push(vertex) - 1;
  }

  /** Two edges between the same vertices are one, which notifies when either does. */
  connect(from: number, to: number, notify: boolean, automatic = false): void {
    const known = this.edge(from, to);
    if (known !== undefined) {
      known.notify ||= notify;
      return;
    }
    const edge = { from, to, notify, automatic };
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
