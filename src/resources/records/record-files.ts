import type { Machine } from "../../machine/machine.ts";
import type { Step } from "../../machine/step.ts";
import {
  type Composed,
  compose,
  type Entry,
  type Fields,
  type RecordFormat,
  withoutHeader,
} from "./entries.ts";

/** What is kept somewhere, and what writing it anew needs to know. */
export interface Stored {
  /** Its bytes, each as one character; empty when there is nothing. */
  readonly text: string;
  /** Tells one content from another; undefined: it cannot be told, so it is read each time. */
  readonly stamp: string | undefined;
  /** The steps that put another text (bytes as characters) in its place. */
  replace(text: string): readonly Step[];
}

/** Where record files are: plain files, or the tables that a program keeps. */
export interface RecordPlace {
  stamp(target: string, machine: Machine): string | undefined;
  /** Fails in words for people. */
  read(target: string, machine: Machine): Promise<Stored>;
}

/** An entry where it was found. */
export interface Located {
  readonly target: string;
  readonly entry: Entry;
  readonly fields: Fields;
}

interface Loaded {
  readonly stored: Stored;
  readonly entries: readonly Entry[];
}

/**
 * Record files as they are: read once, and again when they have changed. What Puppet calls ParsedFile, except that what
 * others write into a file during the run is seen and kept.
 */
export class RecordFiles {
  readonly #format: RecordFormat;
  readonly #place: RecordPlace;
  readonly #files = new Map<string, Loaded | Error>();
  /** What was to be written last: entries without names of their own keep those that they got. */
  readonly #written = new Map<string, Composed>();

  constructor(format: RecordFormat, place: RecordPlace) {
    this.#format = format;
    this.#place = place;
  }

  /** See that what is known of these files, and of those seen before, is true. */
  async look(targets: Iterable<string>, machine: Machine): Promise<void> {
    for (const target of new Set([...this.#files.keys(), ...targets])) {
      const known = this.#files.get(target);
      if (known !== undefined && !(known instanceof Error)) {
        const stamp = this.#place.stamp(target, machine);
        if (stamp !== undefined && stamp === known.stored.stamp) continue;
      }
      this.#files.set(target, await this.#load(target, machine, known));
    }
  }

  async #load(target: string, machine: Machine, known: Loaded | Error | undefined): Promise<Loaded | Error> {
    try {
      const stored = await this.#place.read(target, machine);
      if (known !== undefined && !(known instanceof Error) && known.stored.text === stored.text)
        return { stored, entries: known.entries };
      const text = withoutHeader(stored.text);
      const written = this.#written.get(target);
      const isOurs = written !== undefined && withoutHeader(written.text) === text;
      return { stored, entries: isOurs ? written.entries : this.#format.read(text, target) };
    } catch (error) {
      return error as Error;
    }
  }

  /** All entries, file by file in the order in which the files were first looked at. */
  entries(): readonly Located[] {
    return [...this.#files].flatMap(([target, file]) =>
      file instanceof Error
        ? []
        : file.entries.flatMap((entry) =>
            entry.fields === undefined ? [] : [{ target, entry, fields: entry.fields }],
          ),
    );
  }

  /** The steps of an entry that is new (nothing was found), changed, moved to another file or (no fields) removed. */
  change(found: Located | undefined, fields: Fields | undefined, target: string, now: Date): readonly Step[] {
    if (found === undefined) return fields ? this.#added(target, { raw: "", fields }, now) : [];
    const entry: Entry | undefined = fields && {
      raw: "",
      fields,
      end: found.entry.raw.endsWith("\r\n") ? "\r\n" : "\n",
    };
    if (entry === undefined || target === found.target) return this.#replaced(found, entry, now);
    return [...this.#moved(found, entry, target, now)];
  }

  #replaced({ target, entry }: Located, by: Entry | undefined, now: Date): readonly Step[] {
    const { entries } = this.#at(target);
    const others = entries.flatMap((one) => (one !== entry ? [one] : by === undefined ? [] : [by]));
    return this.#write(target, others, now);
  }

  #added(target: string, entry: Entry, now: Date): readonly Step[] {
    return this.#write(target, [...this.#at(target).entries, entry], now);
  }

  #write(target: string, entries: readonly Entry[], now: Date): readonly Step[] {
    const composed = compose(entries, this.#format, now);
    this.#written.set(target, composed);
    return this.#at(target).stored.replace(composed.text);
  }

  /** The new file first: an entry may be twice for a moment, never lost. */
  #moved(found: Located, entry: Entry, target: string, now: Date): readonly Step[] {
    return [...this.#added(target, entry, now), ...this.#replaced(found, undefined, now)];
  }

  #at(target: string): Loaded {
    const file = this.#files.get(target);
    if (file === undefined) throw new Error(`${target} was not looked at`);
    if (file instanceof Error) throw file;
    return file;
  }

  /** Fails as reading a file failed. */
  needs(target: string): void {
    this.#at(target);
  }
}
