/** Puppet's `ensure`: a resource some state of which is given is one that should be there. */
export function presentWhenManaged(
  wanted: Readonly<Record<string, unknown>>,
  states: readonly string[],
): { ensure?: "present" } {
  const isManaged = states.some((name) => wanted[name] !== undefined && wanted[name] !== false);
  return wanted.ensure === undefined && isManaged ? { ensure: "present" } : {};
}
