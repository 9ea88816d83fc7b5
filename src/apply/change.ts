import type { AnyWanted, Kinds, Observed, StateTraits } from "../resources/define.ts";
import type { Managed } from "./managed.ts";

type Traits = StateTraits<Kinds, Kinds, string>;

/** What was found of a resource, by the names of its states. */
export type Found = Observed<Kinds>;

/** A state that is not as wanted. */
export interface Difference {
  readonly name: string;
  readonly is: unknown;
  readonly to: unknown;
}

/** Whether the thing is there at all. */
export function isPresent(found: Found): boolean {
  return found.ensure !== "absent" && found.ensure !== "false";
}

/** The difference of one state, or undefined when it is as wanted or not asked for. */
export function differenceOf(
  resource: Managed,
  wanted: AnyWanted,
  found: Found,
  name: string,
): Difference | undefined {
  const to = wanted[name];
  if (to === undefined) return undefined;
  const is = name === "ensure" || found.ensure !== "absent" ? found[name] : "absent";
  const traits = traitsOf(resource, name);
  const isAs = (value: unknown): boolean =>
    traits?.insync ? traits.insync(is, value as NonNullable<unknown>, wanted, found) : sameValue(is, value);
  const others = resource.accepted.get(name)?.slice(1) ?? [];
  return isAs(to) || others.some(isAs) ? undefined : { name, is, to };
}

/** What is said when a change was made. */
export function changedMessage(
  resource: Managed,
  wanted: AnyWanted,
  found: Found,
  { name, is, to }: Difference,
): string {
  if (resource.secret.has(name)) return "changed [redacted] to [redacted]";
  const message = traitsOf(resource, name)?.message;
  if (message) return message(is, to as NonNullable<unknown>, wanted, found);
  return name === "ensure" ? ensureMessage(resource, is, to) : stateMessage(resource, name, is, to);
}

/** `created`, `removed` or what changed into what. */
export function ensureMessage(resource: Managed, is: unknown, to: unknown): string {
  if (is === "absent" || is === undefined) return "created";
  if (to === "absent") return "removed";
  return `ensure changed ${shown(resource, "ensure", is)} to ${shown(resource, "ensure", to)}`;
}

function stateMessage(resource: Managed, name: string, is: unknown, to: unknown): string {
  if (is === "absent") return `defined '${name}' as ${shown(resource, name, to)}`;
  if (to === "absent") return `undefined '${name}' from ${shownFound(resource, name, is)}`;
  return `${name} changed ${shownFound(resource, name, is)} to ${shown(resource, name, to)}`;
}

/** What is said when a change would be made. */
export function noopMessage(resource: Managed, difference: Difference): string {
  const [is, to] = bothShown(resource, difference);
  return `current_value ${is}, should be ${to} (noop)`;
}

/** What is said when a change failed. */
export function failedMessage(resource: Managed, difference: Difference, why: string): string {
  const [is, to] = bothShown(resource, difference);
  return `change from ${is} to ${to} failed: ${why}`;
}

function bothShown(resource: Managed, { name, is, to }: Difference): [string, string] {
  if (resource.secret.has(name)) return ["[redacted]", "[redacted]"];
  return [shownFound(resource, name, is), shown(resource, name, to)];
}

function shownFound(resource: Managed, name: string, is: unknown): string {
  const show = traitsOf(resource, name)?.showFound;
  return show === undefined || is === "absent" || is === undefined
    ? shown(resource, name, is)
    : show(is as NonNullable<unknown>);
}

function shown(resource: Managed, name: string, value: unknown): string {
  const show = traitsOf(resource, name)?.show;
  return show === undefined || value === "absent" || value === undefined
    ? showValue(value)
    : show(value as NonNullable<unknown>);
}

/** The name of the event a change makes. */
export function eventName(resource: Managed, found: Found, { name, to }: Difference): string {
  const named = traitsOf(resource, name)?.event?.(to as NonNullable<unknown>, found);
  if (named !== undefined) return named;
  if (name !== "ensure") return `${name}_changed`;
  if (to === "present") return `${resource.type.name}_created`;
  return `${resource.type.name}_${to === "absent" ? "removed" : "changed"}`;
}

/** Whether a change makes waiting refreshes pointless. */
export function invalidates(resource: Managed, { name, to }: Difference): boolean {
  return traitsOf(resource, name)?.invalidatesRefresh?.(to as NonNullable<unknown>) ?? false;
}

function traitsOf(resource: Managed, name: string): Traits | undefined {
  return resource.type.traits?.[name] as Traits | undefined;
}

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
