import { boundedWidth } from "../../values/materialize.ts";

/** A directive of a format, e.g. `%-5.2f`, `%<name>s`, `%1$s`. */
export interface Directive {
  readonly conversion: string;
  readonly flags: string;
  readonly width: number | "*" | undefined;
  readonly precision: number | "*" | undefined;
  /** 1-based: `%2$s`. */
  readonly position: number | undefined;
  /** `%<name>d`. */
  readonly name: string | undefined;
}

/** Text as it is, a directive, or `%{name}`, which is replaced by a value as it is. */
export type Piece = string | Directive | { readonly substitute: string };

const DIRECTIVE =
  /%(?:%|\{([^}]*)\}|((?:[ #+\-0]|\d+\$|<[^>]*>)*)(\*|\d+)?((?:<[^>]*>)*)(?:\.(\*|\d*))?((?:<[^>]*>)*)([A-Za-z]?))/g;

/** The pieces of a format; undefined for the index of a malformed directive. */
export function pieces(format: string, malformed: (character: string) => never): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const match of format.matchAll(DIRECTIVE)) {
    if (match.index > at) result.push(format.slice(at, match.index));
    at = match.index + match[0].length;
    result.push(pieceOf(match, format[at] ?? "", malformed));
  }
  if (at < format.length) result.push(format.slice(at));
  return result;
}

function pieceOf(match: RegExpMatchArray, next: string, malformed: (character: string) => never): Piece {
  const [all, substitute, flags = "", width, name1 = "", precision, name2 = "", conversion = ""] = match;
  if (all === "%%") return "%";
  if (substitute !== undefined) return { substitute };
  if (conversion === "" || !"bBcdeEfgGaAiopsuxX".includes(conversion)) return malformed(conversion || next);
  const names = `${flags}${name1}${name2}`;
  return {
    conversion,
    flags: flags.replace(/<[^>]*>|\d+\$/g, ""),
    width: numberOrStar(width, "width"),
    precision: precision === "" ? 0 : numberOrStar(precision, "precision"),
    position: Number(/(\d+)\$/.exec(flags)?.[1] ?? 0) || undefined,
    name: /<([^>]*)>/.exec(names)?.[1],
  };
}

function numberOrStar(text: string | undefined, what: "width" | "precision"): number | "*" | undefined {
  if (text === undefined || text === "*") return text;
  return boundedWidth(Number(text), what);
}
