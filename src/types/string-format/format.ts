import { fail } from "../../diagnostics/failure.ts";
import { boundedWidth } from "../../values/materialize.ts";
import type { NumberFormat } from "../../values/ruby/format-number.ts";
import type { Type } from "../../values/type.ts";
import type { FormatMap } from "./format-map.ts";

/** What a format must look like, as Puppet's messages and types have it. */
export const FORMAT_PATTERN = "^%([\\s\\[+#0{<(|-]*)([1-9][0-9]*)?(?:\\.([0-9]+))?([a-zA-Z])$";
const FORMAT = /^%([\s[+#0{<(|-]*)([1-9][0-9]*)?(?:\.([0-9]+))?([a-zA-Z])$/m;

type Delimiter = "[" | "{" | "(" | "<" | "|";
const DELIMITERS: readonly Delimiter[] = ["[", "{", "(", "<", "|"];
const PAIRS: Readonly<Record<Delimiter, readonly [string, string]>> = {
  "[": ["[", "]"],
  "{": ["{", "}"],
  "(": ["(", ")"],
  "<": ["<", ">"],
  "|": ["|", "|"],
};

/** What a container's format can say besides its directive. */
export interface ContainerOptions {
  readonly separator?: string | undefined;
  readonly separator2?: string | undefined;
  /** The formats of what is in the container. */
  readonly inner?: FormatMap | undefined;
}

/** `%<flags><width>.<precision><letter>`, and for containers how their elements are joined and written. */
export class Format implements NumberFormat {
  readonly text: string;
  readonly letter: string;
  readonly left: boolean;
  readonly zero: boolean;
  readonly alternative: boolean;
  readonly plus: "+" | " " | "";
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly delimiter: Delimiter | undefined;
  readonly options: ContainerOptions;

  constructor(text: string, options: ContainerOptions = {}) {
    const match = FORMAT.exec(text);
    if (!match)
      invalid(`The format '${text}' is not a valid format on the form '%<flags><width>.<prec><format>'`);
    const [, flagText = "", width, precision, letter = ""] = match;
    const flags = checkedFlags(text, flagText);
    this.text = text;
    this.letter = letter;
    this.left = flags.has("-");
    this.zero = flags.has("0");
    this.alternative = flags.has("#");
    this.plus = flags.has(" ") ? " " : flags.has("+") ? "+" : "";
    this.width = width === undefined ? undefined : boundedWidth(Number(width));
    this.precision = precision === undefined ? undefined : boundedWidth(Number(precision), "precision");
    this.delimiter = DELIMITERS.find((delimiter) => flags.has(delimiter));
    this.options = options;
  }

  /** What stands around a container: nothing with the blank flag. */
  delimiters(otherwise: readonly [string, string]): readonly [string, string] {
    if (this.delimiter) return PAIRS[this.delimiter];
    return this.plus === " " ? ["", ""] : otherwise;
  }

  /** Fails because the letter does not suit a type. */
  unsuited(type: string, letters: string): never {
    const expected = `expected one of the characters '${letters}'`;
    invalid(`Illegal format '${this.letter}' specified for value of ${type} type - ${expected}`);
  }
}

/** The type a format is for, and the format. */
export type TypeFormatEntry = readonly [Type, Format];

function checkedFlags(text: string, flagText: string): Set<string> {
  const flags = new Set(flagText);
  if (flags.size !== flagText.length) invalid(`The same flag can only be used once, got '${text}'`);
  if (DELIMITERS.filter((delimiter) => flags.has(delimiter)).length > 1) {
    invalid(`Only one of the delimiters [ { ( < | can be given in the format flags, got '${text}'`);
  }
  return flags;
}

/** Fails because of a format. */
export function invalid(message: string): never {
  fail("ILLEGAL_FORMAT", message);
}
