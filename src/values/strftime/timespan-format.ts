import { fail } from "../../diagnostics/failure.ts";
import { boundedWidth } from "../materialize.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./nanoseconds.ts";

/** Puppet's formats for a Timespan, tried in this order; the first also writes it. */
export const DEFAULT_TIMESPAN_FORMATS: readonly string[] = [
  "%D-%H:%M:%S.%-N",
  "%H:%M:%S.%-N",
  "%M:%S.%-N",
  "%S.%-N",
  "%D-%H:%M:%S",
  "%H:%M:%S",
  "%D-%H:%M",
  "%S",
];

/** The fields of a format, greatest first; the greatest one present takes all the time there is. */
const FIELDS = "DHMSLN";
type Field = "D" | "H" | "M" | "S" | "L" | "N";

const UNIT: Readonly<Record<Field, bigint>> = { D: DAY, H: HOUR, M: MINUTE, S: SECOND, L: 1_000_000n, N: 1n };
const MODULUS: Readonly<Record<Field, bigint>> = { D: 0n, H: 24n, M: 60n, S: 60n, L: 1000n, N: SECOND };
const WIDTH: Readonly<Record<Field, number>> = { D: 1, H: 2, M: 2, S: 2, L: 3, N: 9 };

/** A piece of a format: text, or a field with its padding. */
export type TimespanSegment = { readonly literal: string } | FieldSegment;

export interface FieldSegment {
  readonly field: Field;
  /** `%-D` pads with nothing, `%_D` with spaces. */
  readonly pad: "0" | " " | undefined;
  readonly width: number | undefined;
  readonly total: boolean;
}

/** A compiled Timespan format. */
export class TimespanFormat {
  readonly text: string;
  readonly segments: readonly TimespanSegment[];

  constructor(text: string, segments: readonly TimespanSegment[]) {
    this.text = text;
    this.segments = segments;
  }

  format(nanoseconds: bigint): string {
    const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
    const parts = this.segments.map((s) => ("literal" in s ? s.literal : formatField(s, size)));
    return (nanoseconds < 0n ? "-" : "") + parts.join("");
  }
}

export function isFragment(field: Field): boolean {
  return field === "L" || field === "N";
}

export function fieldWidth(segment: FieldSegment): number {
  return segment.width ?? WIDTH[segment.field];
}

/** How many nanoseconds one of a field's units is. */
export function fieldUnit(field: Field): bigint {
  return UNIT[field];
}

function formatField(segment: FieldSegment, size: bigint): string {
  const { field, pad, total } = segment;
  if (isFragment(field)) return formatFragment(segment, size);
  const value = size / UNIT[field];
  const text = String(total || field === "D" ? value : value % MODULUS[field]);
  return pad === undefined ? text : text.padStart(fieldWidth(segment), pad);
}

/** Fractions stand after a decimal point: filled up on the right, and without trailing zeros unless padded by zeros. */
function formatFragment(segment: FieldSegment, size: bigint): string {
  const { field, pad, total } = segment;
  let value = fragmentValue(segment, size);
  if (!total && pad !== "0") value = BigInt(String(value).replace(/^(\d+?)0*$/, "$1"));
  const text = String(value);
  return pad === undefined ? text : text.padEnd(segment.width ?? WIDTH[field], " ");
}

function fragmentValue(segment: FieldSegment, size: bigint): bigint {
  const { field, total } = segment;
  const width = field === "N" ? fieldWidth(segment) : 9;
  const unit = width < 9 ? 10n ** BigInt(9 - width) : UNIT[field];
  const modulus = width < 9 ? 10n ** BigInt(width) : MODULUS[field];
  return total ? size / unit : (size / unit) % modulus;
}

const compiled = new Map<string, TimespanFormat>();

/** The compiled form of a format text; fails when it has a bad specifier. */
export function parseTimespanFormat(text: string): TimespanFormat {
  let format = compiled.get(text);
  if (!format) {
    format = new TimespanFormat(text, withTotal(parseSegments(text)));
    compiled.set(text, format);
  }
  return format;
}

function parseSegments(text: string): TimespanSegment[] {
  const segments: TimespanSegment[] = [];
  const points = [...text];
  for (let i = 0; i < points.length; i++) {
    if (points[i] !== "%") {
      appendLiteral(segments, points[i]!);
      continue;
    }
    const start = i++;
    const spec = /^([-_0]?)(\d*)([DHMSLN%]?)/.exec(points.slice(i, i + 20).join(""))!;
    const [all, flag, digits, field] = spec;
    i += all.length - 1;
    if (!field) badSpecifier(text, points, start, i + 1);
    if (field === "%") appendLiteral(segments, "%");
    else
      segments.push({
        field: field as Field,
        pad: padOf(flag!),
        width: digits ? boundedWidth(Number(digits)) : undefined,
        total: false,
      });
  }
  return segments;
}

function padOf(flag: string): FieldSegment["pad"] {
  return flag === "-" ? undefined : flag === "_" ? " " : "0";
}

function badSpecifier(text: string, points: string[], start: number, position: number): never {
  const at = Math.min(position, points.length - 1);
  const specifier = points.slice(start, at).join("");
  fail("TIMESPAN_FORMAT", `Bad format specifier '${specifier}' in '${text}', at position ${at}`);
}

function appendLiteral(segments: TimespanSegment[], character: string): void {
  const last = segments.at(-1);
  if (last && "literal" in last) segments[segments.length - 1] = { literal: last.literal + character };
  else segments.push({ literal: character });
}

/** The first segment of the greatest field counts everything. */
function withTotal(segments: TimespanSegment[]): TimespanSegment[] {
  const fields = segments.flatMap((s) => ("field" in s ? [s.field] : []));
  const greatest = fields.sort((a, b) => FIELDS.indexOf(a) - FIELDS.indexOf(b))[0];
  const first = segments.findIndex((s) => "field" in s && s.field === greatest);
  return segments.map((s, i) => (i === first && "field" in s ? { ...s, total: true } : s));
}
