import { fail } from "../../diagnostics/failure.ts";

/** Offsets from UTC, in hours, of the timezone names that Ruby's Date knows and people use. */
const NAMED_HOURS: Readonly<Record<string, number>> = {
  utc: 0,
  ut: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  ist: 5.5,
  jst: 9,
  kst: 9,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  hdt: -9,
  hast: -10,
  hadt: -9,
  ast: -4,
  adt: -3,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  brst: -2,
  art: -3,
  clt: -4,
  clst: -3,
  sst: -11,
  nzst: 12,
  nzdt: 13,
  nzt: 12,
  aest: 10,
  aedt: 11,
  acst: 9.5,
  acdt: 10.5,
  awst: 8,
  sgt: 8,
  hkt: 8,
  cat: 2,
  eat: 3,
  wat: 1,
  sast: 2,
  idle: 12,
  idlw: -12,
  a: 1,
  b: 2,
  c: 3,
  d: 4,
  e: 5,
  f: 6,
  g: 7,
  h: 8,
  i: 9,
  k: 10,
  l: 11,
  m: 12,
  n: -1,
  o: -2,
  p: -3,
  q: -4,
  r: -5,
  s: -6,
  t: -7,
  u: -8,
  v: -9,
  w: -10,
  x: -11,
  y: -12,
};

/** The offset from UTC, in seconds, of a timezone written as strptime's `%z` reads it; undefined when it is none. */
export function namedOffset(zone: string): number | undefined {
  const text = zone
    .trim()
    .toLowerCase()
    .replace(/\s+standard\s+time$/, "");
  const daylight = /\s+(?:daylight\s+time|dst)$/.test(text);
  const name = text.replace(/\s+(?:daylight\s+time|dst)$/, "");
  const hours = NAMED_HOURS[name];
  if (hours !== undefined) return (hours + (daylight ? 1 : 0)) * 3600;
  return numericOffset(name.replace(/^(?:gmt|utc)(?=[-+])/, ""));
}

function numericOffset(text: string): number | undefined {
  const colons = /^([-+])(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?$/.exec(text);
  const packed = /^([-+])(\d{2})(\d{2})(\d{2})?$/.exec(text);
  const match = colons ?? packed;
  if (match) {
    const [, sign, h, m = "0", s = "0"] = match;
    const seconds = Number(h) * 3600 + Number(m) * 60 + Number(s);
    return sign === "-" ? -seconds : seconds;
  }
  const fraction = /^([-+]\d{1,2})[.,](\d+)$/.exec(text);
  return fraction ? Math.round(Number(`${fraction[1]}.${fraction[2]}`) * 3600) : undefined;
}

/** The offset from UTC, in seconds, of a timezone; `current` is this machine's. Fails for an unknown one. */
export function timezoneOffset(zone: string, nanoseconds = BigInt(Date.now()) * 1_000_000n): number {
  if (zone.toLowerCase() === "current") return localOffset(nanoseconds);
  const offset = namedOffset(zone);
  if (offset === undefined) fail("TIMEZONE_ERROR", `Illegal timezone '${zone}'`);
  return offset;
}

function localOffset(nanoseconds: bigint): number {
  return -new Date(Number(nanoseconds / 1_000_000n)).getTimezoneOffset() * 60;
}
