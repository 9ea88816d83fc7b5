import { DEFAULT, Default } from "../../values/default.ts";
import type { Hash } from "../../values/hash.ts";
import { prereleaseIdentifiers, SemVer } from "../../values/sem-ver.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import type { Value } from "../../values/value.ts";
import type { Constructor } from "./constructor.ts";
import { conversionFailed } from "./conversion.ts";

const NUMBER = "(0|[1-9]\\d*)";
const IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
const SEM_VER = `\\A${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?\\Z`;

/** `SemVer.new`: from a text, from numbers, or from a hash of them. */
export const newSemVer: Constructor = {
  name: "new_Version",
  types: {
    PositiveInteger: "Integer[0,default]",
    SemVerQualifier: "Pattern[/\\A(?<part>[0-9A-Za-z-]+)(?:\\.\\g<part>)*\\Z/]",
    SemVerPattern: `Pattern[/${SEM_VER}/]`,
    SemVerHash: `Struct[{major=>PositiveInteger,minor=>PositiveInteger,patch=>PositiveInteger,
      Optional[prerelease]=>SemVerQualifier,Optional[build]=>SemVerQualifier}]`,
  },
  dispatches: [
    { params: [["SemVerPattern", "str"]], body: (_context, text) => SemVer.parse(String(text)) },
    {
      params: [
        ["PositiveInteger", "major"],
        ["PositiveInteger", "minor"],
        ["PositiveInteger", "patch"],
        ["SemVerQualifier", "prerelease", "optional"],
        ["SemVerQualifier", "build", "optional"],
      ],
      body: (_context, ...parts) => semVerOf(parts),
    },
    {
      params: [["SemVerHash", "hash_args"]],
      body: (_context, args) => {
        const hash = args as Hash;
        return semVerOf(["major", "minor", "patch", "prerelease", "build"].map((part) => hash.get(part)));
      },
    },
  ],
  mismatches: [
    {
      params: [["String", "str"]],
      words: (_local, text) => `The string '${text}' cannot be converted to a SemVer`,
    },
  ],
};

function semVerOf([major, minor, patch, prerelease, build]: readonly (Value | undefined)[]): SemVer {
  const identifiers = prereleaseIdentifiers(typeof prerelease === "string" ? prerelease : undefined);
  if (identifiers === "leading-zero")
    conversionFailed("Prerelease identifiers MUST NOT contain leading zeroes");
  const builds = typeof build === "string" ? [build] : undefined;
  return new SemVer(major as bigint, minor as bigint, patch as bigint, identifiers, builds);
}

/** `SemVerRange.new`: from a text, or from its ends. */
export const newSemVerRange: Constructor = {
  name: "new_VersionRange",
  types: {
    SemVerRangeString: "String[1]",
    SemVerRangeHash: `Struct[{min=>Variant[Default,SemVer],Optional[max]=>Variant[Default,SemVer],
      Optional[exclude_max]=>Boolean}]`,
  },
  dispatches: [
    { params: [["SemVerRangeString", "str"]], body: (_context, text) => SemVerRange.parse(String(text)) },
    {
      params: [
        ["Variant[Default,SemVer]", "min"],
        ["Variant[Default,SemVer]", "max"],
        ["Boolean", "exclude_max", "optional"],
      ],
      body: (_context, min, max, excludeMax) => rangeOf(min!, max!, excludeMax),
    },
    {
      params: [["SemVerRangeHash", "hash_args"]],
      body: (_context, args) => {
        const hash = args as Hash;
        return rangeOf(hash.get("min")!, hash.get("max") ?? DEFAULT, hash.get("exclude_max"));
      },
    },
  ],
};

function rangeOf(min: Value, max: Value, excludeMax: Value | undefined): SemVerRange {
  const from = min instanceof Default ? SemVer.min : (min as SemVer);
  const to = max instanceof Default ? SemVer.max : (max as SemVer);
  return SemVerRange.between(from, to, excludeMax === true);
}
