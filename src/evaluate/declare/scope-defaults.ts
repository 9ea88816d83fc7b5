import type { DeclaredParameter, Parameters } from "../../catalog/declared-resource.ts";
import { equals } from "../../values/equality.ts";
import type { Value } from "../../values/value.ts";
import type { Scope } from "../scope.ts";

type Table = Map<string, Map<string, DeclaredParameter>>;

/** The resource defaults that the code of a scope has set so far, by type and parameter. */
const TABLES = new WeakMap<Scope, Table>();

const NONE: Parameters = new Map();

/** The defaults that a scope itself has for a type, to be added to. */
export function ownDefaults(type: string, scope: Scope): Map<string, DeclaredParameter> {
  const named = scope.named();
  const table: Table = TABLES.get(named) ?? new Map();
  TABLES.set(named, table);
  const defaults = table.get(type) ?? new Map<string, DeclaredParameter>();
  table.set(type, defaults);
  return defaults;
}

/**
 * The defaults for a type as code in a scope sees them. They are dynamic: those of the scope that declared this one's
 * class or defined type come first, those of nearer scopes replace them.
 */
export function defaultsFor(type: string, scope: Scope): Parameters {
  let result: Map<string, DeclaredParameter> | undefined;
  for (const table of [...tables(scope)].reverse()) {
    for (const [name, parameter] of table.get(type) ?? NONE) {
      result ??= new Map();
      result.set(name, parameter);
    }
  }
  return result ?? NONE;
}

/** Whether a value is the default of a parameter in a scope or one around it. */
export function isDefault(type: string, name: string, value: Value, scope: Scope | undefined): boolean {
  if (!scope) return false;
  for (const table of tables(scope)) {
    const parameter = table.get(type)?.get(name);
    if (parameter && equals(parameter.value, value)) return true;
  }
  return false;
}

/** The tables from the nearest scope outwards. */
function* tables(scope: Scope): Iterable<Table> {
  for (let at: Scope | undefined = scope.named(); at; at = at.declaredIn?.named()) {
    const table = TABLES.get(at);
    if (table) yield table;
  }
}
