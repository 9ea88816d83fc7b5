import { fail } from "../diagnostics/failure.ts";
import { RichValue } from "./rich-value.ts";

type Identifier = string | bigint;

const SEM_VER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?\n?$/;

/** A version of Semantic Versioning 2.0.0 (https://semver.org). */
export class SemVer extends RichValue {
  /** The lowest and the highest version there can be: the ends of open ranges. */
  static readonly min = new SemVer(0n, 0n, 0n, []);
  static readonly max = new SemVer(Number.POSITIVE_INFINITY, 0n, 0n);

  readonly typeName = "SemVer";
  /** Infinite in `SemVer.max` only. */
  readonly major: bigint | number;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly #prerelease: readonly Identifier[] | undefined;
  readonly #build: readonly string[] | undefined;

  constructor(
    major: bigint | number,
    minor: bigint,
    patch: bigint,
    prerelease?: readonly Identifier[],
    build?: readonly string[],
  ) {
    super();
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.#prerelease = prerelease;
    this.#build = build;
  }

  /** The version a text denotes; undefined when it is none. */
  static tryParse(text: string): SemVer | undefined {
    const match = SEM_VER.exec(text);
    if (!match) return undefined;
    const [, major, minor, patch, prerelease, build] = match;
    const identifiers = prereleaseIdentifiers(prerelease);
    if (identifiers === "leading-zero") return undefined;
    return new SemVer(BigInt(major!), BigInt(minor!), BigInt(patch!), identifiers, build?.split("."));
  }

  static parse(text: string): SemVer {
    const version = SemVer.tryParse(text);
    if (version) return version;
    if (SEM_VER.test(text)) {
      fail("SEMVER_ERROR", "Numeric pre-release identifiers MUST NOT contain leading zeroes");
    }
    fail("SEMVER_ERROR", `Unable to parse '${text}' as a semantic version identifier`);
  }

  get prerelease(): string | undefined {
    return this.#prerelease?.length ? this.#prerelease.join(".") : undefined;
  }

  get build(): string | undefined {
    return this.#build?.length ? this.#build.join(".") : undefined;
  }

  /** Whether this is a release, not a version before one. */
  get stable(): boolean {
    return !this.#prerelease?.length;
  }

  /** The next patch release. */
  nextPatch(): SemVer {
    return new SemVer(this.major, this.minor, this.patch + 1n);
  }

  /** Precedence; build metadata does not count. */
  compare(other: SemVer): number {
    return (
      order(this.major, other.major) ||
      order(this.minor, other.minor) ||
      order(this.patch, other.patch) ||
      comparePrerelease(this.#prerelease, other.#prerelease)
    );
  }

  /** Equality also looks at build metadata. */
  equals(other: SemVer): boolean {
    return this.hashKey() === other.hashKey();
  }

  hashKey(): string {
    return `SemVer:${this}`;
  }

  toString(): string {
    const pre = this.#prerelease === undefined ? "" : `-${this.#prerelease.join(".")}`;
    const build = this.#build === undefined ? "" : `+${this.#build.join(".")}`;
    return `${this.major}.${this.minor}.${this.patch}${pre}${build}`;
  }
}

/** The identifiers of a prerelease; numbers must not have leading zeros. */
export function prereleaseIdentifiers(text: string | undefined): Identifier[] | undefined | "leading-zero" {
  if (text === undefined) return undefined;
  const parts = text.split(".");
  if (parts.some((part) => /^0\d+$/.test(part))) return "leading-zero";
  return parts.map((part) => (/^\d+$/.test(part) ? BigInt(part) : part));
}

function order<T extends bigint | number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** No prerelease is higher than any; numbers are lower than words; more identifiers are higher. */
function comparePrerelease(
  a: readonly Identifier[] | undefined,
  b: readonly Identifier[] | undefined,
): number {
  if (a === undefined) return b === undefined ? 0 : 1;
  if (b === undefined) return -1;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const found = compareIdentifiers(a[i]!, b[i]!);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: Identifier, b: Identifier): number {
  if (typeof a === "bigint") return typeof b === "bigint" ? order(a, b) : -1;
  return typeof b === "bigint" ? 1 : order(a, b);
}
