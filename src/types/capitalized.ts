/** A name with every `::` segment capitalised (`apache::vhost` to `Apache::Vhost`); one that already starts so stays. */
export function capitalized(name: string): string {
  if (/^[A-Z]/.test(name)) return name;
  return name
    .split("::")
    .map((segment) => segment.charAt(0).toUpperCase() + segment.slice(1).toLowerCase())
    .join("::");
}
