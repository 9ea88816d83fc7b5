import { outline } from "../../values/outline.ts";
import type { Value } from "../../values/value.ts";
import type { MergeStrategy } from "../merge/strategy.ts";
import type { Segment } from "../split-key.ts";

/** Telling of a value is no use of it: what is encrypted in it stays so. */
const UNOPENED = "ENC[...]";

/** What a branch of an explanation is about (Puppet::Pops::Lookup::Explainer#push). */
export type Branch =
  | { readonly kind: "data"; readonly key: string }
  | { readonly kind: "meta"; readonly key: string }
  | { readonly kind: "data_provider"; readonly provider: ExplainedProvider }
  | { readonly kind: "location"; readonly location: ExplainedLocation }
  | { readonly kind: "interpolate"; readonly expression: string }
  | { readonly kind: "merge"; readonly strategy: MergeStrategy }
  | { readonly kind: "merge_source"; readonly source: string }
  | { readonly kind: "module"; readonly module: string; readonly missing: "module" | "provider" }
  | { readonly kind: "scope"; readonly name: string }
  | { readonly kind: "sub_lookup"; readonly segments: readonly Segment[] }
  | { readonly kind: "segment" }
  | { readonly kind: "invalid_key"; readonly key: string };

/** A layer or hierarchy entry as an explanation names it. */
export interface ExplainedProvider {
  readonly name: string;
  /** The hiera.yaml in use; undefined for hierarchy entries and built-in configurations. */
  readonly configPath?: string | undefined;
  readonly moduleName?: string | undefined;
}

/** A path or URI as an explanation names it. */
export interface ExplainedLocation {
  readonly kind: "path" | "uri";
  readonly original: string;
  readonly location: string;
}

/** Where in the data a value stands. */
export interface DataPlace {
  readonly file: string;
  readonly line: number;
}

type Origin = "" | "overrides" | "defaults";
type Outcome =
  | { readonly kind: "found"; readonly key: string; readonly value: Value; readonly origin: Origin }
  | { readonly kind: "not_found"; readonly key: string }
  | { readonly kind: "location_not_found" }
  | { readonly kind: "result"; readonly value: Value };

/** A step of a lookup and what came of it. */
export interface ExplainNode {
  readonly branch: Branch | undefined;
  readonly parent: ExplainNode | undefined;
  readonly branches: ExplainNode[];
  readonly texts: string[];
  outcome: Outcome | undefined;
  /** The last key reported here; a merge's result keeps it. */
  key: string | undefined;
  /** Finds the line of the value found; undefined when there is none to tell. */
  place: PlaceOf | undefined;
}

/** The place of what a path leads to in the value found; an empty path is the value itself. */
type PlaceOf = (path: readonly Segment[]) => DataPlace | undefined;

/** Collects the steps of a lookup as a tree; `explain/print.ts` writes it as `puppet lookup --explain` does. */
export class Explainer {
  /** Look for lookup_options and nothing else. */
  readonly onlyOptions: boolean;
  readonly root: ExplainNode = explainNode(undefined, undefined);
  #current: ExplainNode = this.root;

  /** The step being taken. */
  get current(): ExplainNode {
    return this.#current;
  }

  constructor(onlyOptions = false) {
    this.onlyOptions = onlyOptions;
  }

  push(branch: Branch): void {
    const node = explainNode(branch, this.#current);
    this.#current.branches.push(node);
    this.#current = node;
  }

  pop(): void {
    this.#current = this.#current.parent ?? this.#current;
  }

  /** A branch with nothing below it. */
  leaf(branch: Branch): void {
    this.push(branch);
    this.pop();
  }

  found(key: string, value: Value, origin: Origin): void {
    this.#current.key = key;
    this.#current.outcome = { kind: "found", key, value: outline(value, UNOPENED), origin };
  }

  notFound(key: string): void {
    this.#current.key = key;
    this.#current.outcome = { kind: "not_found", key };
  }

  locationNotFound(): void {
    this.#current.outcome = { kind: "location_not_found" };
  }

  result(value: Value): void {
    this.#current.outcome = { kind: "result", value: outline(value, UNOPENED) };
  }

  /** Where the value just found stands; only looked for when it is told. */
  place(place: PlaceOf): void {
    this.#current.place = place;
  }

  /** The lookup as a whole has failed, or found nothing. */
  failed(reason: string): void {
    this.root.texts.push(reason);
  }

  text(text: string): void {
    this.#current.texts.push(text);
  }
}

function explainNode(branch: Branch | undefined, parent: ExplainNode | undefined): ExplainNode {
  return { branch, parent, branches: [], texts: [], outcome: undefined, key: undefined, place: undefined };
}
