/** A value in a message, as Puppet formats parameters: text quoted, numbers bare, arrays in brackets. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return "undef";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(showValue).join(", ")}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([key, item]) => `${showValue(key)} => ${showValue(item)}`).join(", ")}}`;
  }
  return `'${String(value)}'`;
}

/** Whether a value found is a value wanted: equal, or equal as text; arrays element by element. */
export function sameValue(is: unknown, to: unknown): boolean {
  if (is === to) return true;
  if (is === undefined || is === null) return false;
  if (Array.isArray(to))
    return Array.isArray(is) && is.length === to.length && is.every((x, i) => sameValue(x, to[i]));
  if (typeof to === "object" || typeof is === "object") return false;
  return String(is) === String(to);
}
