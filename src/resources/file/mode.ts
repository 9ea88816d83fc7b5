import { fail } from "../../diagnostics/failure.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Kind } from "../kind.ts";

const OCTAL = /^0?[0-7]{1,4}$/;
const SYMBOLIC = /^([ugoa]*[-=+][-=+rstwxXugo]*)(,[ugoa]*[-=+][-=+rstwxXugo]*)*$/;

/** Permission bits, octal without leading zeros or symbolic as for chmod(1). */
export const modeKind: Kind<string> = {
  parse(value) {
    if (typeof value !== "string") {
      fail("INVALID_MODE", `The file mode specification must be a string, not '${rubyClass(value)}'`);
    }
    if (OCTAL.test(value)) return Number.parseInt(value, 8).toString(8);
    return SYMBOLIC.test(value)
      ? value
      : fail("INVALID_MODE", `The file mode specification is invalid: ${rubyInspect(value)}`);
  },
};

/** Bits as messages show them. */
export function shownMode(mode: string): string {
  return `'${mode.padStart(4, "0")}'`;
}

export function isSymbolic(mode: string): boolean {
  return !/^[0-7]+$/.test(mode);
}

/** The bits a mode means for something that has `current` ones. */
export function bitsOf(mode: string, current: number, directory: boolean): number {
  if (!isSymbolic(mode)) return Number.parseInt(mode, 8);
  const whole = rubyInspect(mode);
  return mode.split(/\s*,\s*/).reduce((bits, part) => {
    try {
      return applyPart(part, bits, current, directory);
    } catch (error) {
      const where = part === mode ? "" : ` at ${rubyInspect(part)}`;
      throw new Error(`${(error as Error).message}${where} in symbolic mode ${whole}`, { cause: error });
    }
  }, current & 0o7777);
}

type Who = "u" | "g" | "o";
const SHIFT: Readonly<Record<Who, number>> = { u: 6, g: 3, o: 0 };
const BIT: Readonly<Record<string, number>> = { r: 4, w: 2, x: 1 };
/** The set-id and sticky bits that `s` and `t` mean for each. */
const SPECIAL: Readonly<Record<string, Readonly<Record<Who, number>>>> = {
  s: { u: 0o4000, g: 0o2000, o: 0o1000 },
  t: { u: 0o1000, g: 0o1000, o: 0o1000 },
};

/** One part between commas; `g=u` and the like refer to the bits before this part. */
function applyPart(part: string, before: number, original: number, directory: boolean): number {
  const [, whom = "", actions = ""] = /^([ugoa]*)([-+=].*)$/.exec(part) ?? [];
  const everyone = whom === "" ? "ugo" : whom.replaceAll("a", "ugo");
  let bits = before;
  for (const who of new Set(everyone) as Set<Who>) {
    const one = { who, before, original, directory };
    bits = applyActions(actions, bits, one);
  }
  return bits;
}

interface Part {
  readonly who: Who;
  readonly before: number;
  readonly original: number;
  readonly directory: boolean;
}

function applyActions(actions: string, all: number, part: Part): number {
  const shift = SHIFT[part.who];
  let own = (part.before >> shift) & 7;
  let special = all & 0o7000;
  let action = "";
  for (const sign of actions) {
    if ("-+=".includes(sign)) {
      action = sign;
      if (sign === "=") own = 0;
    } else if (sign in SPECIAL) {
      special = combine(action, special, SPECIAL[sign]![part.who]);
    } else {
      own = combine(action, own, bitsMeant(sign, action, part));
    }
  }
  return (all & ~(7 << shift) & 0o777) | (own << shift) | special;
}

function combine(action: string, bits: number, more: number): number {
  return action === "-" ? bits & ~more : bits | more;
}

function bitsMeant(sign: string, action: string, { before, original, directory }: Part): number {
  if (sign in SHIFT) return (before >> SHIFT[sign as Who]) & 7;
  if (sign !== "X") return BIT[sign] ?? 0;
  if (action !== "+") throw new Error("X only works with the '+' operator");
  return directory || (original & 0o111) !== 0 ? 1 : 0;
}

/** A directory that may be read may be entered: Puppet adds the execute bits to numeric modes of directories. */
export function forDirectory(mode: string): string {
  if (isSymbolic(mode)) return mode;
  const bits = Number.parseInt(mode, 8);
  return (bits | ((bits & 0o444) >> 2)).toString(8);
}
