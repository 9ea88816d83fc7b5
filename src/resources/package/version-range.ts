import { compareDebianVersions, type DebianVersion, parseDebianVersion } from "./debian-version.ts";

interface Bound {
  readonly operator: string;
  readonly version: DebianVersion;
}

const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  "": (order) => order === 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
};

/** Whether a version is in a range such as `>=1.0 <2.0`; what is no range is never met. */
export function meets(version: string, range: string): boolean {
  const parsed = parseDebianVersion(version);
  const bounds = boundsOf(range);
  if (parsed === undefined || bounds === undefined) return false;
  return bounds.every((bound) => OPERATORS[bound.operator]!(compareDebianVersions(parsed, bound.version)));
}

/** Whether a text asks for a range rather than for one version. */
export function isRange(text: string): boolean {
  return boundsOf(text)?.some(({ operator }) => operator !== "") ?? false;
}

/** The newest of some versions that a range allows. */
export function newestWithin(versions: readonly string[], range: string): string | undefined {
  const allowed = versions.filter((version) => meets(version, range));
  return allowed.sort((a, b) => compareDebianVersions(parseDebianVersion(a)!, parseDebianVersion(b)!)).at(-1);
}

/** At most two bounds count, as in Puppet. */
function boundsOf(range: string): Bound[] | undefined {
  const bounds = range
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((text): Bound | undefined => {
      const [, operator = "", rest = ""] = /^([<>=]*)(.+)$/.exec(text) ?? [];
      const version = parseDebianVersion(rest);
      return version === undefined || !(operator in OPERATORS) ? undefined : { operator, version };
    });
  return bounds.every((bound) => bound !== undefined) ? bounds : undefined;
}
