import { type Translated, translate } from "./regexp/translate.ts";
import { RichValue } from "./rich-value.ts";

/** Ruby's option bits. */
export const IGNORECASE = 1;
export const EXTENDED = 2;
export const MULTILINE = 4;

/** Where a regular expression was found, and what its groups took. Offsets count UTF-16 units. */
export interface RegexpMatch {
  /** `$0`, `$1` ...; undefined for a group that took no part. */
  readonly groups: readonly (string | undefined)[];
  readonly names: ReadonlyMap<string, string | undefined>;
  readonly start: number;
  readonly end: number;
}

const translated = new Map<string, Translated>();

/** A regular expression of Ruby (Onigmo); compiled for JavaScript when first used. */
export class Regexp extends RichValue {
  readonly typeName = "Regexp";
  readonly source: string;
  readonly options: number;
  #translated: Translated | undefined;

  constructor(source: string, options = 0) {
    super();
    this.source = source;
    this.options = options;
  }

  /** A regexp whose pattern is checked at once; fails with Ruby's words when it is wrong. */
  static checked(source: string, options = 0): Regexp {
    const regexp = new Regexp(source, options);
    regexp.compile();
    return regexp;
  }

  /** The pattern that matches a text literally. */
  static escape(text: string): string {
    return text
      .replace(/[-[\]{}()*+?.\\^$|# ]/g, "\\$&")
      .replace(/[\n\t\r\f\v]/g, (c) => ({ "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f" })[c] ?? "\\v");
  }

  /** Fails with Ruby's words when the pattern is wrong. */
  compile(): Translated {
    if (this.#translated) return this.#translated;
    const key = `${this.options}:${this.source}`;
    let found = translated.get(key);
    if (!found) {
      found = translate(this.source, {
        ignoreCase: (this.options & IGNORECASE) !== 0,
        dotAll: (this.options & MULTILINE) !== 0,
        extended: (this.options & EXTENDED) !== 0,
      });
      translated.set(key, found);
    }
    this.#translated = found;
    return found;
  }

  /** The first match at or after an offset; undefined when there is none. */
  match(text: string, from = 0): RegexpMatch | undefined {
    const { regexp, groups, names } = this.compile();
    regexp.lastIndex = from;
    const found = regexp.exec(text);
    return found ? matchOf(found, groups, names) : undefined;
  }

  test(text: string): boolean {
    const { regexp } = this.compile();
    regexp.lastIndex = 0;
    return regexp.test(text);
  }

  /** All matches that do not overlap, left to right. */
  *matchAll(text: string): IterableIterator<RegexpMatch> {
    const { regexp, groups, names } = this.compile();
    regexp.lastIndex = 0;
    for (const found of text.matchAll(regexp)) yield matchOf(found, groups, names);
  }

  hashKey(): string {
    return `Regexp:${this.options}:${JSON.stringify(this.source)}`;
  }

  /** Between slashes, as Puppet prints it; options become a group. */
  toString(): string {
    return `/${this.withOptions()}/`;
  }

  /** The source with its slashes escaped, in a group that states the options when there are any. */
  withOptions(): string {
    const escaped = this.source.replace(/\\[\s\S]|\//g, (c) => (c === "/" ? "\\/" : c));
    if (this.options === 0) return escaped;
    return `(?${this.optionLetters()}:${escaped})`;
  }

  /** The options as `(?i-mx:` has them. */
  optionLetters(): string {
    const letter = (bit: number, name: string) => ((this.options & bit) !== 0 ? name : "");
    const on = letter(MULTILINE, "m") + letter(IGNORECASE, "i") + letter(EXTENDED, "x");
    const off = [..."mix"].filter((name) => !on.includes(name)).join("");
    return off === "" ? on : `${on}-${off}`;
  }
}

function matchOf(
  found: RegExpExecArray,
  groups: Translated["groups"],
  names: Translated["names"],
): RegexpMatch {
  const own = groups.map((numbers) => lastOf(found, numbers));
  const named = new Map<string, string | undefined>();
  for (const [name, numbers] of names) {
    named.set(
      name,
      numbers.map((n) => own[n]).findLast((text) => text !== undefined),
    );
  }
  return { groups: own, names: named, start: found.index, end: found.index + found[0].length };
}

function lastOf(found: RegExpExecArray, numbers: readonly number[]): string | undefined {
  if (numbers.length === 1) return found[numbers[0]!];
  return numbers.map((number) => found[number]).findLast((text) => text !== undefined);
}
