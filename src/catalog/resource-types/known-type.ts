import { MULTILINE, Regexp } from "../../values/regexp.ts";
import { METAPARAMETERS } from "../metaparameters.ts";

/** A regular expression in Ruby's syntax, the attributes that its groups name, and further options of a Regexp. */
export type TitlePattern = readonly [pattern: string, attributes: readonly string[], options?: number];

export interface KnownTypeFacts {
  /** Lower case. */
  readonly name: string;
  readonly attributes: ReadonlySet<string>;
  /** The attributes that together identify a resource, sorted; usually one. */
  readonly key: readonly string[];
  /** How a title is taken apart; undefined: it is the key as a whole. */
  readonly titlePatterns?: readonly TitlePattern[] | undefined;
  /** Whether two resources with the same key are one. */
  readonly isomorphic: boolean;
  /** Whether there may be attributes that are not known, because code works them out. */
  readonly open?: boolean | undefined;
}

/** What a compiler has to know of a type whose resources a provider manages. */
export class KnownType {
  readonly name: string;
  readonly attributes: ReadonlySet<string>;
  readonly key: readonly string[];
  readonly isomorphic: boolean;
  readonly #open: boolean;
  readonly #titlePatterns: readonly { pattern: Regexp; attributes: readonly string[] }[] | undefined;

  constructor(facts: KnownTypeFacts) {
    this.name = facts.name;
    this.attributes = facts.attributes;
    this.key = facts.key;
    this.isomorphic = facts.isomorphic;
    this.#open = facts.open ?? false;
    this.#titlePatterns = facts.titlePatterns?.map(([pattern, attributes, options = 0]) => ({
      pattern: new Regexp(pattern, MULTILINE | options),
      attributes,
    }));
  }

  /** The one attribute that a title stands for, `name` when the key has several. */
  get nameAttribute(): string {
    return this.key.length === 1 ? this.key[0]! : "name";
  }

  has(attribute: string): boolean {
    return (
      this.#open || attribute === "name" || this.attributes.has(attribute) || METAPARAMETERS.has(attribute)
    );
  }

  /** Whether a resource's title is its key without looking further: nothing is taken from the title or given else. */
  isNamedByTitle(parameters: ReadonlyMap<string, unknown>): boolean {
    if (this.#titlePatterns !== undefined || this.key.length !== 1) return false;
    return !parameters.has(this.nameAttribute) && !parameters.has("name");
  }

  /** The attributes that a title gives; undefined when no pattern fits it. */
  parseTitle(title: string): ReadonlyMap<string, string> | undefined {
    if (!this.#titlePatterns) return new Map([[this.nameAttribute, title]]);
    for (const { pattern, attributes } of this.#titlePatterns) {
      const match = pattern.match(title);
      if (!match) continue;
      const part = (attribute: string, at: number) =>
        match.names.get(attribute) ?? match.groups[at + 1] ?? "";
      return new Map(attributes.map((attribute, at) => [attribute, part(attribute, at)]));
    }
    return undefined;
  }
}
