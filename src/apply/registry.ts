import type { Reference } from "../catalog/catalog.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { Managed } from "./managed.ts";

/** The resources of a run by all their names: title, key and aliases. */
export class Registry {
  readonly #byName = new Map<string, Managed>();

  /** Take in a resource; fails when another one manages the same thing. */
  add(managed: Managed): void {
    const { type, title, key, aliases } = managed;
    this.#byName.set(nameOf(type.name, title), managed);
    if (key !== title && !type.sameKeyAllowed) this.#alias(managed, key);
    for (const alias of aliases) this.#alias(managed, alias);
  }

  /** The resource with a title, key or alias; the type in any case. */
  find(type: string, name: string): Managed | undefined {
    return this.#byName.get(nameOf(type, name));
  }

  /** The keys of all resources of a type, in any case. */
  *keysOf(type: string): Iterable<string> {
    for (const { type: one, key } of new Set(this.#byName.values()))
      if (one.name === type.toLowerCase()) yield key;
  }

  references(): Iterable<Reference> {
    return this.#byName.keys();
  }

  #alias(managed: Managed, name: string): void {
    this.#refuseTaken(managed, name);
    this.#byName.set(nameOf(managed.type.name, name), managed);
  }

  #refuseTaken(managed: Managed, name: string): void {
    const other = this.#byName.get(nameOf(managed.type.name, name));
    if (other === undefined || other === managed) return;
    throw new Failure({
      code: "DUPLICATE_DECLARATION",
      severity: "error",
      message: `Cannot alias ${managed.reference} to ["${name}"]${at(managed.place)}; resource ["${capital(managed.type.name)}", "${name}"] already declared${at(other.place)}`,
      related: [{ message: "already declared here", place: other.place }],
    });
  }
}

function nameOf(type: string, name: string): string {
  return `${type.toLowerCase()}\u0000${name}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function at({ file, line }: Place): string {
  if (line === undefined) return "";
  return file === undefined ? ` at (line: ${line})` : ` at (file: ${file}, line: ${line})`;
}
