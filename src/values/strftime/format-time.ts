import { type Civil, civil, isoWeek, weekOfYear } from "./civil.ts";
import { COMPOSED, MONTHS, WEEKDAYS } from "./names.ts";

/** An offset from UTC in seconds and what `%Z` calls it. */
export interface Zone {
  readonly offset: number;
  readonly name: string;
}

interface Flags {
  readonly pad: "0" | " " | "" | undefined;
  readonly upper: boolean;
  readonly swap: boolean;
  readonly colons: number;
  readonly width: number | undefined;
}

const DIRECTIVE = /%([-0^#_:]*)(\d*)([EO]?)([A-Za-z%])/g;

/** A time in a strftime format of Ruby (https://docs.ruby-lang.org/en/master/strftime_formatting_rdoc.html). */
export function formatTime(format: string, nanoseconds: bigint, zone: Zone): string {
  const time = civil(nanoseconds, zone.offset);
  return expand(format, time, zone);
}

function expand(format: string, time: Civil, zone: Zone): string {
  return format.replace(DIRECTIVE, (all, flags: string, width: string, _modifier: string, letter: string) => {
    return convert(letter, parseFlags(flags, width), time, zone) ?? all;
  });
}

function parseFlags(flags: string, width: string): Flags {
  let pad: Flags["pad"];
  for (const flag of flags) {
    if (flag === "-") pad = "";
    else if (flag === "0") pad = "0";
    else if (flag === "_") pad = " ";
  }
  const colons = flags.replace(/[^:]/g, "").length;
  const limited = width === "" ? undefined : Math.min(Number(width), 1024);
  return { pad, upper: flags.includes("^"), swap: flags.includes("#"), colons, width: limited };
}

type Conversion = (time: Civil) => readonly [number | bigint, number, ("0" | " ")?];

/** Numeric conversions: the number, its width and what it is filled up with. */
const NUMBERS: Readonly<Record<string, Conversion>> = {
  C: (t) => [Math.floor(t.year / 100), 2],
  y: (t) => [((t.year % 100) + 100) % 100, 2],
  m: (t) => [t.month, 2],
  d: (t) => [t.day, 2],
  e: (t) => [t.day, 2, " "],
  j: (t) => [t.yearday, 3],
  H: (t) => [t.hour, 2],
  k: (t) => [t.hour, 2, " "],
  I: (t) => [t.hour % 12 || 12, 2],
  l: (t) => [t.hour % 12 || 12, 2, " "],
  M: (t) => [t.minute, 2],
  S: (t) => [t.second, 2],
  u: (t) => [t.weekday || 7, 1],
  w: (t) => [t.weekday, 1],
  G: (t) => [isoWeek(t).year, isoWeek(t).year < 0 ? 5 : 4],
  g: (t) => [isoWeek(t).year % 100, 2],
  V: (t) => [isoWeek(t).week, 2],
  U: (t) => [weekOfYear(t, 0), 2],
  W: (t) => [weekOfYear(t, 1), 2],
  s: (t) => [t.epoch, 1],
  Y: (t) => [t.year, t.year < 0 ? 5 : 4],
};

const WORDS: Readonly<Record<string, (time: Civil) => string>> = {
  B: (t) => MONTHS[t.month - 1]!,
  b: (t) => MONTHS[t.month - 1]!.slice(0, 3),
  h: (t) => MONTHS[t.month - 1]!.slice(0, 3),
  A: (t) => WEEKDAYS[t.weekday]!,
  a: (t) => WEEKDAYS[t.weekday]!.slice(0, 3),
  p: (t) => (t.hour < 12 ? "AM" : "PM"),
  P: (t) => (t.hour < 12 ? "am" : "pm"),
  n: () => "\n",
  t: () => "\t",
  "%": () => "%",
};

function convert(letter: string, flags: Flags, time: Civil, zone: Zone): string | undefined {
  const number = NUMBERS[letter];
  if (number) return formatNumber(number(time), flags);
  const word = WORDS[letter];
  if (word) return formatWord(word(time), letter, flags);
  const composed = COMPOSED[letter];
  if (composed !== undefined) return formatWord(expand(composed, time, zone), letter, flags);
  if (letter === "N" || letter === "L") return fraction(letter, flags, time);
  if (letter === "z") return formatOffset(zone.offset, flags);
  return letter === "Z" ? formatWord(zone.name, letter, flags) : undefined;
}

function formatNumber([value, width, fill = "0"]: ReturnType<Conversion>, flags: Flags): string {
  const pad = flags.pad ?? fill;
  const digits = String(value < 0 ? -value : value);
  const sign = value < 0 ? "-" : "";
  if (pad === "") return sign + digits;
  const size = flags.width ?? width;
  return pad === "0" ? sign + digits.padStart(size - sign.length, "0") : (sign + digits).padStart(size, " ");
}

function formatWord(word: string, letter: string, flags: Flags): string {
  const swapped = letter === "p" || letter === "Z" ? word.toLowerCase() : word.toUpperCase();
  const text = flags.swap ? swapped : flags.upper ? word.toUpperCase() : word;
  return flags.width === undefined || flags.pad === "" ? text : text.padStart(flags.width, flags.pad ?? " ");
}

/** Digits of the second's fraction, cut off or filled up on the right. */
function fraction(letter: string, flags: Flags, time: Civil): string {
  const digits = flags.width || (letter === "L" ? 3 : 9);
  return String(time.nanosecond).padStart(9, "0").padEnd(digits, "0").slice(0, digits);
}

function formatOffset(offset: number, { colons, pad, width = 0 }: Flags): string {
  const size = Math.abs(offset);
  const [h, m, s] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map((n) => String(n));
  const two = (part: string) => part.padStart(2, "0");
  const seconds = s !== "0";
  const tail = [
    two(m!),
    `:${two(m!)}`,
    `:${two(m!)}:${two(s!)}`,
    seconds ? `:${two(m!)}:${two(s!)}` : m === "0" ? "" : `:${two(m!)}`,
  ][colons]!;
  const sign = offset < 0 ? "-" : "+";
  const hours = pad === "" ? h! : two(h!);
  const room = width - tail.length - 1;
  if (pad === " ") return (sign + h + tail).padStart(Math.max(width, 3 + tail.length), " ");
  return sign + hours.padStart(room, "0") + tail;
}
