import { COMPOSED, MONTHS, WEEKDAYS } from "./names.ts";

/** What a format found in a text; parts that it has no conversion for are undefined. */
export interface ParsedTime {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  nanosecond?: bigint;
  zone?: string;
  epoch?: bigint;
}

interface State extends ParsedTime {
  century?: number;
  yearOfCentury?: number;
  afternoon?: boolean;
  halfDay?: boolean;
}

/** A conversion's pattern, and how what it matched is taken in; false rejects it. */
interface Directive {
  readonly pattern: string;
  readonly take: (state: State, text: string) => unknown;
}

function number(
  pattern: string,
  min: number,
  max: number,
  take: (state: State, n: number) => void,
): Directive {
  return {
    pattern,
    take(state, text) {
      const n = Number(text);
      if (n < min || n > max) return false;
      take(state, n);
      return true;
    },
  };
}

function name(names: readonly string[], take: (state: State, index: number) => void): Directive {
  return {
    pattern: names.map((n) => `${n}|${n.slice(0, 3)}`).join("|"),
    take: (state, text) =>
      take(
        state,
        names.findIndex((n) => n.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase()),
      ),
  };
}

const ZONE =
  "(?:gmt|utc)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|[a-z][a-z.\\s]*(?:standard|daylight)\\s+time\\b|[a-z]+(?:\\s+dst)?\\b";

const month = name(MONTHS, (s, i) => {
  s.month = i + 1;
});
const weekday = name(WEEKDAYS, () => undefined);
const day = number("\\s?\\d|\\d\\d?", 1, 31, (s, n) => {
  s.day = n;
});
const hour24 = number("\\s?\\d|\\d\\d?", 0, 24, (s, n) => {
  s.hour = n;
});
const hour12 = number("\\s?\\d|\\d\\d?", 1, 12, (s, n) => {
  s.hour = n;
  s.halfDay = true;
});
const meridian: Directive = {
  pattern: "[ap]\\.?m\\.?",
  take: (s, text) => {
    s.afternoon = /^p/i.test(text);
  },
};
const zone: Directive = {
  pattern: ZONE,
  take: (s, text) => {
    s.zone = text;
  },
};
const fraction: Directive = {
  pattern: "[-+]?\\d+",
  take: (s, text) => {
    s.nanosecond = BigInt(text.replace(/^[-+]/, "").padEnd(9, "0").slice(0, 9));
  },
};
const ignoredNumber: Directive = { pattern: "\\d{1,2}", take: () => undefined };

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  Y: number("[-+]?\\d+", -1e6, 1e6, (s, n) => {
    s.year = n;
  }),
  C: number("[-+]?\\d{1,2}", -99, 99, (s, n) => {
    s.century = n;
  }),
  y: number("[-+]?\\d{1,2}", 0, 99, (s, n) => {
    s.yearOfCentury = n;
  }),
  m: number("\\d\\d?", 1, 12, (s, n) => {
    s.month = n;
  }),
  M: number("\\d\\d?", 0, 59, (s, n) => {
    s.minute = n;
  }),
  S: number("\\d\\d?", 0, 60, (s, n) => {
    s.second = n;
  }),
  j: number("\\d{1,3}", 1, 366, () => undefined),
  B: month,
  b: month,
  h: month,
  A: weekday,
  a: weekday,
  d: day,
  e: day,
  H: hour24,
  k: hour24,
  I: hour12,
  l: hour12,
  p: meridian,
  P: meridian,
  L: fraction,
  N: fraction,
  z: zone,
  Z: zone,
  s: {
    pattern: "-?\\d+",
    take: (s, text) => {
      s.epoch = BigInt(text);
    },
  },
  Q: {
    pattern: "-?\\d+",
    take(s, text) {
      s.epoch = BigInt(text) / 1000n;
      s.nanosecond = (BigInt(text) % 1000n) * 1_000_000n;
    },
  },
  u: ignoredNumber,
  w: ignoredNumber,
  U: ignoredNumber,
  V: ignoredNumber,
  W: ignoredNumber,
  "%": { pattern: "%", take: () => undefined },
};

/** The time a text denotes in a strptime format of Ruby; undefined when it does not fit or something is left over. */
export function strptime(text: string, format: string): ParsedTime | undefined {
  const state: State = {};
  const end = consume(text, 0, format, state);
  if (end !== text.length) return undefined;
  return finished(state);
}

function consume(text: string, start: number, format: string, state: State): number {
  let at = start;
  const pieces = format.match(/%[EO:]*[A-Za-z%+]|\s+|[\s\S]/gu) ?? [];
  for (const [i, piece] of pieces.entries()) {
    const letter = piece.at(-1)!;
    if (/^\s/.test(piece)) at += /^\s*/.exec(text.slice(at))![0].length;
    else if (piece.length === 1) at = text.startsWith(piece, at) ? at + 1 : -1;
    else if (letter === "n" || letter === "t") at += /^\s*/.exec(text.slice(at))![0].length;
    else if (COMPOSED[letter] !== undefined)
      at = consume(text, at, COMPOSED[letter]!.replace(/\^|4/g, ""), state);
    else at = applyDirective(text, at, letter, state, digitsFollow(pieces[i + 1]));
    if (at < 0) return -1;
  }
  return at;
}

/** Whether the next conversion also reads digits: then a year takes four of them only. */
function digitsFollow(piece: string | undefined): boolean {
  return piece !== undefined && /^(?:\d|%[EO]?[CDdeFGgHIjkLlMmNQRrSsTUuVvWwXxYy])/.test(piece);
}

function applyDirective(text: string, at: number, letter: string, state: State, limited: boolean): number {
  const directive = DIRECTIVES[letter];
  if (!directive) return -1;
  const widths: Readonly<Record<string, string>> = {
    Y: "[-+]?\\d{1,4}",
    L: "[-+]?\\d{1,3}",
    N: "[-+]?\\d{1,9}",
  };
  const pattern = (limited && widths[letter]) || directive.pattern;
  const longestFirst = pattern === "\\s?\\d|\\d\\d?" ? "\\d\\d|\\s?\\d" : pattern;
  const match = new RegExp(`(?:${longestFirst})`, "iy");
  match.lastIndex = at;
  const found = match.exec(text);
  if (!found || directive.take(state, found[0]) === false) return -1;
  return at + found[0].length;
}

function finished(state: State): ParsedTime {
  if (state.yearOfCentury !== undefined && state.year === undefined) {
    const century = state.century ?? (state.yearOfCentury >= 69 ? 19 : 20);
    state.year = century * 100 + state.yearOfCentury;
  } else if (state.century !== undefined && state.year === undefined) state.year = state.century * 100;
  if (state.afternoon !== undefined && state.hour !== undefined) {
    state.hour = (state.hour % 12) + (state.afternoon ? 12 : 0);
  }
  return state;
}
