/** Words that YAML 1.1, which Ruby and monitoring scripts read, does not take for texts. */
const NOT_TEXTS = /^(y|n|yes|no|on|off|true|false|null)$/i;
const PLAIN = /^[A-Za-z][\w.]*$/;

/**
 * Groups of numbers and words as a YAML document, the way Puppet's files begin. Every run writes one: the YAML library
 * would take longer to load than the rest of the report.
 */
export function summaryYaml(groups: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(groups).flatMap(([name, group]) => [`${scalar(name)}:`, ...members(group)]);
  return ["---", ...lines, ""].join("\n");
}

function members(group: unknown): string[] {
  return Object.entries(group as Record<string, unknown>).map(
    ([name, value]) => `  ${scalar(name)}: ${scalar(value)}`,
  );
}

/** JSON is YAML, but for words that need no quotes. */
function scalar(value: unknown): string {
  const plain = typeof value === "string" && PLAIN.test(value) && !NOT_TEXTS.test(value);
  return plain ? value : JSON.stringify(value);
}
