import { plainScalar } from "./plain-scalar.ts";

/** The ways to write a scalar (YAML 1.1, chapter 9). */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** What libyaml's emitter wants to know of a text before it chooses a style (yaml_emitter_analyze_scalar). */
export interface ScalarAnalysis {
  readonly multiline: boolean;
  readonly plainAllowed: boolean;
  readonly singleAllowed: boolean;
  readonly blockAllowed: boolean;
}

/** Line breaks of YAML 1.1: LF, CR, NEL, LS and PS. */
export const BREAK = /[\n\r\x85\u2028\u2029]/;

/** Whether libyaml writes a character as it is: not control characters, and nothing beyond the basic plane. */
export function isPrintable(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e)) return true;
  return code >= 0xa0 && code < 0xfffe && code !== 0xfeff && !(code >= 0xd800 && code < 0xe000);
}

const SPACE_BREAK = new RegExp(` ${BREAK.source}`);
const BREAK_SPACE = new RegExp(`${BREAK.source} `);

const EMPTY: ScalarAnalysis = {
  multiline: false,
  plainAllowed: true,
  singleAllowed: true,
  blockAllowed: false,
};

export function analyze(text: string): ScalarAnalysis {
  if (text === "") return EMPTY;
  const multiline = BREAK.test(text);
  const unsafe = SPACE_BREAK.test(text) || [...text].some((char) => !isPrintable(char));
  const breakSpace = BREAK_SPACE.test(text);
  const edges = text.startsWith(" ") || text.endsWith(" ");
  return {
    multiline,
    plainAllowed: !(unsafe || multiline || edges || hasIndicators(text)),
    singleAllowed: !(unsafe || breakSpace),
    blockAllowed: !(unsafe || text.endsWith(" ")),
  };
}

/** Characters that mean something where a plain scalar of a block may be. */
function hasIndicators(text: string): boolean {
  if (/^(?:---|\.\.\.)/.test(text) || /^[#,[\]{}&*!|>'"%@`]/.test(text)) return true;
  return (
    /^[-?](?=[\s\x85\u2028\u2029]|$)/.test(text) ||
    /:(?=[\s\x85\u2028\u2029]|$(?![\s\S]))/.test(text) ||
    /[\s\x85\u2028\u2029]#/.test(text)
  );
}

/** The style that Psych asks libyaml for (Psych::Visitors::YAMLTree#visit_String). */
export function psychStyle(text: string, lineWidth: number | undefined): ScalarStyle {
  if (/\n(?!\n?$(?![\s\S]))/.test(text)) return "literal";
  if (text === "<<") return "single";
  if (text === "y" || text === "n") return "double";
  if (lineWidth !== undefined && [...text].length > lineWidth) return "folded";
  // Ruby's `^` and `$` know no line end but LF.
  if (/(?<![^\n])[^\p{L}\p{M}\p{N}\p{Pc}][^"]*(?![^\n])/u.test(text)) return "double";
  return typeof plainScalar(text) !== "string" || /^0[0-7]*[89]/.test(text) ? "single" : "plain";
}

/** The style that libyaml uses where it is asked for one (yaml_emitter_select_scalar_style). */
export function emittedStyle(style: ScalarStyle, analysis: ScalarAnalysis, isKey: boolean): ScalarStyle {
  if (isKey && analysis.multiline) return "double";
  if (style === "plain" && !analysis.plainAllowed) return emittedStyle("single", analysis, isKey);
  if (style === "single" && !analysis.singleAllowed) return "double";
  if ((style === "literal" || style === "folded") && (isKey || !analysis.blockAllowed)) return "double";
  return style;
}
