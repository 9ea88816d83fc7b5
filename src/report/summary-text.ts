/** The numbers of a run for people, laid out as Puppet's `--summarize` does: nothing is not worth a line. */
export function summaryText(groups: Readonly<Record<string, unknown>>): string {
  return Object.keys(groups)
    .sort()
    .map((name) => `${label(name)}:\n${lines(groups[name] as Readonly<Record<string, unknown>>)}`)
    .join("");
}

const LABEL_WIDTH = 15;

function lines(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .sort(byText)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `   ${`${label(name)}:`.padStart(LABEL_WIDTH)} ${shown(value)}\n`)
    .join("");
}

/** By the values as text, as Puppet sorts them; the total comes last. */
function byText([nameA, a]: [string, unknown], [nameB, b]: [string, unknown]): number {
  if (nameA === "total" || nameB === "total") return nameA === "total" ? 1 : -1;
  return String(a) < String(b) ? -1 : 1;
}

function shown(value: unknown): string {
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}

/** `out_of_sync` as `Out of sync`. */
function label(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
