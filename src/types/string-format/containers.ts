import { Hash } from "../../values/hash.ts";
import { RichValue } from "../../values/rich-value.ts";
import type { Value } from "../../values/value.ts";
import type { Format } from "./format.ts";
import type { FormatMap } from "./format-map.ts";
import type { Indentation } from "./indentation.ts";

/** How containers have their elements converted. */
export interface Containers {
  /** Formats for elements when a container's format has none. */
  readonly defaults: FormatMap;
  convert(value: Value, map: FormatMap, indentation: Indentation): string;
}

/** An array: with `#` nested containers stand on lines of their own, and with a width long ones are broken up. */
export function arrayText(
  value: readonly Value[],
  format: Format,
  map: FormatMap,
  outer: Indentation,
  containers: Containers,
): string {
  if (!"asp".includes(format.letter)) format.unsuited("Array", "asp");
  const indentation = outer.indenting(format.alternative || outer.isIndenting);
  const within = indentation.increase(format.alternative);
  const inner = format.options.inner ?? containers.defaults;
  const texts = value.map((element) => {
    return containers.convert(element, isContainer(element) ? map : inner, within.subsequent());
  });
  const [open, close] = format.delimiters(["[", "]"]);
  const start = indentation.breaks ? `\n${indentation.padding}` : "";
  return `${start}${open}${joined(value, texts, format, within)}${close}`;
}

function joined(
  value: readonly Value[],
  texts: readonly string[],
  format: Format,
  within: Indentation,
): string {
  const separator = format.options.separator ?? ", ";
  const isBroken = isTooWide(value, texts, format);
  const pieces = value.map((element, i) => {
    const isContained = isArrayOrHash(element);
    const breaks = isBroken && !isContained;
    let before = i === 0 ? (breaks ? " " : "") : separator;
    const afterContainer = format.alternative && i > 0 && isArrayOrHash(value[i - 1]!) && !isContained;
    if (i > 0 && (breaks || afterContainer)) before = `${withoutTrailingBlanks(before)}\n${within.padding}`;
    // A container that begins on a line of its own needs no blank before it.
    if (before.endsWith(" ") && texts[i]!.startsWith("\n")) before = before.trimEnd();
    return before + texts[i]!;
  });
  return pieces.join("");
}

function withoutTrailingBlanks(text: string): string {
  return text.endsWith("\n") ? text : text.trimEnd();
}

/** Whether a run of elements without containers is wider than the width allows. */
function isTooWide(value: readonly Value[], texts: readonly string[], format: Format): boolean {
  if (!format.alternative || format.width === undefined) return false;
  let run = 0;
  let widest = 0;
  value.forEach((element, i) => {
    run = isArrayOrHash(element) ? 0 : run + texts[i]!.length;
    widest = Math.max(widest, run);
  });
  return widest > format.width;
}

/** A hash: with `#` every entry stands on a line of its own. */
export function hashText(
  value: Hash,
  format: Format,
  map: FormatMap,
  outer: Indentation,
  containers: Containers,
): string {
  if (!"hsp".includes(format.letter)) format.unsuited("Hash", "hasp");
  const indentation = outer.indenting(format.alternative || outer.isIndenting);
  const within = indentation.increase();
  const inner = format.options.inner ?? containers.defaults;
  const write = (part: Value) => containers.convert(part, isContainer(part) ? map : inner, within);
  const association = format.options.separator2 ?? " => ";
  const padding = format.alternative ? within.padding : "";
  const entries = [...value].map(([key, held]) => `${padding}${write(key)}${association}${write(held)}`);
  const [open, close] = format.delimiters(["{", "}"]);
  const start = indentation.breaks ? `\n${indentation.padding}` : "";
  if (!format.alternative) return `${start}${open}${entries.join(format.options.separator ?? ", ")}${close}`;
  return `${start}${open}\n${entries.join(lineSeparator(format))}\n${indentation.padding}${close}`;
}

function lineSeparator(format: Format): string {
  const separator = format.options.separator ?? ", ";
  return separator.endsWith("\n") ? `${separator}\n` : `${separator.trimEnd()}\n`;
}

function isArrayOrHash(value: Value): boolean {
  return Array.isArray(value) || value instanceof Hash;
}

/** Containers within containers get the formats given for their types; so do objects. */
function isContainer(value: Value): boolean {
  if (isArrayOrHash(value)) return true;
  return value instanceof RichValue && ("describe" in value || value.typeName === "Deferred");
}
