import { type CatalogResource, type Reference, reference } from "../catalog/catalog.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Issue, Place } from "../diagnostics/issue.ts";
import type { ResourceType } from "../resources/define.ts";
import { Deferred } from "../values/deferred.ts";
import { Hash } from "../values/hash.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";
import { atPlace } from "./at-place.ts";
import { AttributeFailure, naming, parseAttributes } from "./attributes.ts";
import type { Managed } from "./managed.ts";
import { levelOf, noopOf, wordsOf } from "./metaparameters.ts";
import type { ApplyOptions } from "./options.ts";

/** Where a resource stands among the containers. */
export interface Standing {
  readonly containment: readonly string[];
}

/** Make a resource ready to be applied; raises a placed Failure in Puppet's words when its attributes are wrong. */
export function instantiate(
  resource: CatalogResource,
  type: ResourceType,
  standing: Standing,
  options: ApplyOptions,
): Managed {
  const ref = resource.reference;
  const parameters = withoutDeferred(resource.parameters, options.resolve);
  const register = (secret: string): void => options.redactor?.register(secret);
  const attributes = placing(ref, resource.place, () =>
    parseAttributes(type, resource.title, parameters, register),
  );
  const completed = { ...attributes.wanted, ...type.complete?.(attributes.wanted) };
  const containment = shownIn(standing.containment, resource, type.titleOf?.(completed));
  const path = `/${containment.join("/")}`;
  for (const name of type.secrets?.(attributes.secret) ?? []) attributes.secret.add(name);
  const warn = (message: string): void =>
    options.log({ level: "warning", message, source: path, place: resource.place });
  const deprecate = (message: string): void => {
    const { place } = resource;
    if (place.line !== undefined) options.log({ level: "warning", message: atPlace(message, place) });
  };
  validating(ref, resource.place, () => type.validate?.(completed, warn, deprecate));
  if (parameters.has("audit")) warn("The audit metaparameter is not supported and is ignored");
  return {
    ...placing(ref, resource.place, () => metaparameters(parameters, options)),
    reference: ref,
    title: resource.title,
    type,
    key: String(completed.name),
    wanted: completed,
    accepted: attributes.accepted,
    secret: attributes.secret,
    provider: attributes.provider,
    path,
    containment,
    tags: withTags(resource, parameters),
    place: resource.place,
    virtual: resource.virtual,
    parameters,
  };
}

/** Where a resource stands, by the title that messages call it. */
function shownIn(
  containment: readonly string[],
  { type, title: declared }: CatalogResource,
  title: string | undefined,
): readonly string[] {
  if (title === undefined || title === declared) return containment;
  return [...containment.slice(0, -1), reference(type, title)];
}

function metaparameters(
  parameters: ReadonlyMap<string, Value>,
  { noop }: ApplyOptions,
): Pick<Managed, "noop" | "level" | "aliases" | "schedule"> {
  return {
    noop: naming("noop", () => noopOf(parameters.get("noop"), noop ?? false)),
    level: naming("loglevel", () => levelOf(parameters.get("loglevel"))),
    schedule: naming("schedule", () => wordsOf(parameters.get("schedule"))[0]),
    aliases: naming("alias", () => wordsOf(parameters.get("alias"))),
  };
}

function withTags(resource: CatalogResource, parameters: ReadonlyMap<string, Value>): ReadonlySet<string> {
  const more = wordsOf(parameters.get("tag"));
  return more.length === 0
    ? resource.tags
    : new Set([...resource.tags, ...more.map((tag) => tag.toLowerCase())]);
}

function placing<T>(ref: Reference, place: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AttributeFailure) {
      throw placed(
        error,
        place,
        (issue) => `Parameter ${error.attribute} failed on ${ref}: ${issue.message}`,
      );
    }
    throw error;
  }
}

function validating(ref: Reference, place: Place, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure)
      throw placed(error, place, (issue) => `Validation of ${ref} failed: ${issue.message}`);
    throw error;
  }
}

/** Puppet tells the line of a resource here, not the column. */
function placed(error: Failure | AttributeFailure, place: Place, words: (issue: Issue) => string): Failure {
  const { issue } = error instanceof Failure ? error : (error.cause as Failure);
  const { file, line, span } = place;
  return new Failure({ ...issue, message: words(issue), place: { file, line, span } });
}

/** Works out one deferred value. */
export type Resolve = (deferred: Deferred) => Value;

/** Parameters with every deferred value worked out, also those within arrays, hashes and Sensitive. */
export function withoutDeferred(
  parameters: ReadonlyMap<string, Value>,
  resolve: Resolve | undefined,
): ReadonlyMap<string, Value> {
  if (resolve === undefined || ![...parameters.values()].some(holdsDeferred)) return parameters;
  return new Map([...parameters].map(([name, value]) => [name, resolved(value, resolve)]));
}

function holdsDeferred(value: Value): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsDeferred);
  if (value instanceof Hash) return [...value.values()].some(holdsDeferred);
  return value instanceof Deferred || (value instanceof Sensitive && holdsDeferred(value.value));
}

function resolved(value: Value, resolve: Resolve): Value {
  if (!holdsDeferred(value)) return value;
  if (value instanceof Deferred) return resolve(value);
  if (value instanceof Sensitive) return new Sensitive(resolved(value.value, resolve));
  if (Array.isArray(value)) return value.map((item: Value) => resolved(item, resolve));
  return Hash.from([...(value as Hash)].map(([key, item]) => [key, resolved(item, resolve)]));
}
