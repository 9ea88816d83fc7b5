/** Names of types and classes are few, and asked for again and again. */
const capitalized = new Map<string, string>();

/** `apache::vhost` as resources and references write it: `Apache::Vhost`. */
export function capitalizeSegments(name: string): string {
  const known = capitalized.get(name);
  if (known !== undefined) return known;
  const result = capitalize(name);
  capitalized.set(name, result);
  return result;
}

function capitalize(name: string): string {
  return name
    .split("::")
    .map((segment) => segment.charAt(0).toUpperCase() + segment.slice(1).toLowerCase())
    .join("::");
}

/** The title under which a catalog knows a resource: class names are capitalised, others stay as they are. */
export function catalogTitle(type: string, title: string): string {
  if (type !== "Class") return title;
  return capitalizeSegments(withoutLeadingColons(title));
}

/** A name without `::` in front. */
export function withoutLeadingColons(name: string): string {
  return name.startsWith("::") ? name.slice(2) : name;
}

/** `File[/etc/motd]` taken apart; undefined when it is no reference. */
export function splitReference(text: string): { type: string; title: string } | undefined {
  const match = /^([^[\]]+)\[(.+)\]$/s.exec(text);
  return match ? { type: match[1]!, title: match[2]! } : undefined;
}

/** `File[/etc/motd]`: how a resource is named in a catalog, in messages and in relationships. */
export function reference(type: string, title: string): string {
  return `${type}[${title}]`;
}
