import { type Emitted, Emitter } from "./emit.ts";
import { parseAlternatives } from "./parse.ts";
import { type Flags, Reader } from "./reader.ts";

/** A Ruby pattern compiled for JavaScript. */
export interface Translated {
  /** Global, with the indices of groups left out. */
  readonly regexp: RegExp;
  /** The numbers of the JavaScript groups that stand for each Ruby group; the last that took part counts. */
  readonly groups: readonly (readonly number[])[];
  readonly names: ReadonlyMap<string, readonly number[]>;
}

/** Compile a pattern of Ruby (Onigmo); fails with Ruby's words when it is wrong. */
export function translate(source: string, flags: Flags): Translated {
  const { rest, flags: whole } = hoisted(source, flags);
  const reader = new Reader(rest);
  const root = parseAlternatives(reader, whole);
  if (!reader.done) reader.fail("unmatched close parenthesis");
  const emitted: Emitted = new Emitter(reader, root).emit(root);
  return { ...compiled(emitted, whole, reader), names: reader.names };
}

/** Flags at the very beginning hold for the whole pattern: JavaScript's own flag then does it. */
function hoisted(source: string, flags: Flags): { rest: string; flags: Flags } {
  const found = /^\(\?([imx]+)\)/.exec(source);
  if (!found || topLevelAlternative(source)) return { rest: source, flags };
  const on = found[1]!;
  return {
    rest: source.slice(found[0].length),
    flags: {
      ignoreCase: flags.ignoreCase || on.includes("i"),
      dotAll: flags.dotAll || on.includes("m"),
      extended: flags.extended || on.includes("x"),
    },
  };
}

/** Errors quote the pattern as written, so patterns that may be wrong are left whole. */
function topLevelAlternative(source: string): boolean {
  return /^\(\?[imx]+\)[*+?{]/.test(source);
}

function compiled(
  { pattern, groups }: Emitted,
  flags: Flags,
  reader: Reader,
): Pick<Translated, "regexp" | "groups"> {
  try {
    return { regexp: new RegExp(pattern, flags.ignoreCase ? "giv" : "gv"), groups };
  } catch {
    return reader.fail("invalid pattern");
  }
}
