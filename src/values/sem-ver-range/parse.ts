import { fail } from "../../diagnostics/failure.ts";
import { prereleaseIdentifiers, SemVer } from "../sem-ver.ts";
import {
  ALL,
  atLeast,
  atMost,
  between,
  exactly,
  greaterThan,
  type Interval,
  intersection,
  lessThan,
  NOTHING,
} from "./interval.ts";

const NUMBER = "(?:x|X|\\*|0|[1-9][0-9]*)";
const PARTS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const PARTIAL = `${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}(?:-${PARTS})?(?:\\+${PARTS})?)?)?`;
const SIMPLE = new RegExp(`^([<>=~^]|<=|>=|~>|~=)?(${PARTIAL})$`);
const HYPHEN = new RegExp(`^(${PARTIAL})\\s+-\\s+(${PARTIAL})$`);
const PARTIAL_PARTS = new RegExp(
  `^(${NUMBER})(?:\\.(${NUMBER})(?:\\.(${NUMBER})(?:-(${PARTS}))?(?:\\+(${PARTS}))?)?)?$`,
);

/** The alternatives of a range expression (https://github.com/npm/node-semver#range-grammar). */
export function parseIntervals(text: string): Interval[] {
  const tight = text.replace(/([><=~^])(?:\s+|\s*v)/g, "$1");
  const alternatives = tight.split(/\s*\|\|\s*/);
  while (alternatives.length > 0 && alternatives.at(-1) === "") alternatives.pop();
  if (alternatives.length === 0) return [ALL];
  return alternatives
    .map((alternative) => parseAlternative(alternative, text))
    .filter((i) => i !== undefined);
}

function parseAlternative(alternative: string, text: string): Interval | undefined {
  const hyphen = HYPHEN.exec(alternative);
  if (hyphen) return intersection(atLeast(filled(hyphen[1]!)), atMost(filled(hyphen[2]!)));
  const simples = alternative.split(/\s+/).map((simple) => parseSimple(simple, text));
  return simples.reduce<Interval | undefined>(
    (all, one) => all && one && intersection(all, one),
    simples[0] ?? ALL,
  );
}

function parseSimple(simple: string, text: string): Interval {
  const match = SIMPLE.exec(simple);
  if (!match) fail("SEMVER_ERROR", `Unparsable version range: "${text}"`);
  const operand = partial(match[2]!);
  switch (match[1]) {
    case "~":
    case "~>":
    case "~=":
      return patchUpdates(operand, true);
    case "^":
      return operand.major === 0n ? patchUpdates(operand, true) : minorUpdates(operand);
    case ">":
      return above(operand);
    case ">=":
      return atLeast(complete(operand));
    case "<":
      return lessThan(complete(operand));
    case "<=":
      return upTo(operand);
    default:
      return patchUpdates(operand, false);
  }
}

interface Partial {
  readonly major: bigint | undefined;
  readonly minor: bigint | undefined;
  readonly patch: bigint | undefined;
  readonly prerelease: string | undefined;
  readonly build: string | undefined;
}

function partial(text: string): Partial {
  const [, major, minor, patch, prerelease, build] = PARTIAL_PARTS.exec(text)!;
  return { major: digits(major), minor: digits(minor), patch: digits(patch), prerelease, build };
}

function digits(text: string | undefined): bigint | undefined {
  return text === undefined || /[xX*]/.test(text) ? undefined : BigInt(text);
}

function filled(text: string): SemVer {
  return complete(partial(text));
}

/** The version with missing numbers taken as zero. */
function complete({ major = 0n, minor = 0n, patch = 0n, prerelease, build }: Partial): SemVer {
  const identifiers = prereleaseIdentifiers(prerelease);
  if (identifiers === "leading-zero") {
    fail("SEMVER_ERROR", "Numeric pre-release identifiers MUST NOT contain leading zeroes");
  }
  return new SemVer(major, minor, patch, identifiers, build?.split("."));
}

function release(major: bigint, minor = 0n): SemVer {
  return new SemVer(major, minor, 0n);
}

function fromTo(min: SemVer, max: SemVer): Interval {
  return between({ version: min, excluded: false }, { version: max, excluded: true });
}

function patchUpdates(operand: Partial, approximate: boolean): Interval {
  const { major, minor, patch } = operand;
  if (major === undefined) return ALL;
  if (minor === undefined) return fromTo(release(major), release(major + 1n));
  if (patch === undefined) return fromTo(release(major, minor), release(major, minor + 1n));
  const version = complete(operand);
  return approximate ? fromTo(version, release(major, minor + 1n)) : exactly(version);
}

function minorUpdates(operand: Partial): Interval {
  const { major } = operand;
  if (major === undefined) return ALL;
  const { minor, patch, prerelease } = operand;
  if (minor === undefined) return fromTo(release(major), release(major + 1n));
  const plain = patch === undefined || prerelease === undefined;
  const min = plain ? new SemVer(major, minor, patch ?? 0n) : complete(operand);
  return fromTo(min, release(major + 1n));
}

function above(operand: Partial): Interval {
  const { major, minor, patch } = operand;
  if (major === undefined) return NOTHING;
  if (minor === undefined) return atLeast(release(major + 1n));
  if (patch === undefined) return atLeast(release(major, minor + 1n));
  return greaterThan(complete(operand));
}

function upTo(operand: Partial): Interval {
  const { major, minor, patch } = operand;
  if (major === undefined) return ALL;
  if (minor === undefined) return lessThan(release(major + 1n));
  if (patch === undefined) return lessThan(release(major, minor + 1n));
  return atMost(complete(operand));
}
