import type {
  ContainerDefinition,
  DeclaredParameter,
  DeclaredResource,
  Override,
} from "../../catalog/declared-resource.ts";
import { flatValues } from "../../catalog/flat-values.ts";
import { reference } from "../../catalog/names.ts";
import { setParameter } from "../../catalog/set-parameter.ts";
import { Failure } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import { locationText } from "../../diagnostics/puppet-text.ts";
import type { Compilation } from "../compilation.ts";
import { scopeOf } from "../scope.ts";
import { isDefault } from "./scope-defaults.ts";

/** Override a resource now when it is declared, otherwise when everything is. */
export function addOverride(override: Override, compilation: Compilation): void {
  const { catalog } = compilation;
  const resource = catalog.find(override.type, override.title);
  if (resource) {
    mergeOverride(resource, override, compilation);
    return;
  }
  const ref = reference(override.type, override.title);
  const waiting = catalog.overrides.get(ref);
  if (waiting) waiting.push(override);
  else catalog.overrides.set(ref, [override]);
}

/**
 * Lay an override over a resource (Puppet::Parser::Resource#merge): only the class that declared it, a class that
 * inherits from that, or a collector may do so.
 */
export function mergeOverride(
  resource: DeclaredResource,
  override: Override,
  compilation: Compilation,
): void {
  const owner = resource.declaredIn?.resource?.definition;
  if (owner !== override.source && !mayOverride(override.source, owner, compilation)) {
    failAtLine("OVERRIDE_NOT_ALLOWED", "Only subclasses can override parameters", override.place, {
      message: `${resource.reference} is declared here`,
      place: resource.place,
    });
  }
  if (resource.evaluated) complainAboutEvaluated(resource, override, compilation);
  for (const [name, parameter] of override.parameters)
    overrideParameter(resource, name, parameter, compilation);
}

/** Whether a definition inherits from another, or has overridden through a collector before (as Puppet does it). */
function mayOverride(
  source: ContainerDefinition | undefined,
  owner: ContainerDefinition | undefined,
  compilation: Compilation,
): boolean {
  const seen = new Set<ContainerDefinition>();
  for (let at = source; ; at = parentOf(at, compilation)) {
    if (compilation.catalog.overriding.has(at)) return true;
    if (at === undefined || seen.has(at)) return false;
    seen.add(at);
    const parent = parentOf(at, compilation);
    if (parent === undefined) return false;
    if (parent === owner) return true;
  }
}

function parentOf(definition: ContainerDefinition | undefined, { definitions }: Compilation) {
  if (definition?.kind !== "HostClassDefinition" || definition.parent === undefined) return undefined;
  return definitions.hostClass(definition.parent.toLowerCase().replace(/^::/, ""));
}

function overrideParameter(
  resource: DeclaredResource,
  name: string,
  parameter: DeclaredParameter,
  compilation: Compilation,
): void {
  const current = resource.parameters.get(name);
  if (!current) {
    setParameter(resource, name, parameter);
    return;
  }
  const scope = scopeOf(resource);
  if (isDefault(resource.type, name, parameter.value, scope)) return;
  const replacesDefault =
    parameter.source === current.source && isDefault(resource.type, name, current.value, scope);
  if (!replacesDefault && !mayOverride(parameter.source, current.source, compilation)) {
    failOnRedefinition(resource, name, parameter, current);
  }
  const value = parameter.add
    ? [...flatValues(current.value), ...flatValues(parameter.value)]
    : parameter.value;
  setParameter(resource, name, { ...parameter, value });
}

function failOnRedefinition(
  resource: DeclaredResource,
  name: string,
  parameter: DeclaredParameter,
  current: DeclaredParameter,
): never {
  const ref = resource.reference;
  const by = current.source && "name" in current.source ? ` by ${current.source.name}` : "";
  const { file, line } = current.place;
  const at = locationText({ file, line });
  const message = `Parameter '${name}' is already set on ${ref}${by}${at === "" ? "" : ` at ${at}`}; cannot redefine`;
  return failAtLine("PARAMETER_ALREADY_SET", message, parameter.place, {
    message: "the parameter is first set here",
    place: current.place,
  });
}

function complainAboutEvaluated(
  resource: DeclaredResource,
  override: Override,
  compilation: Compilation,
): void {
  const { strict } = compilation.settings;
  if (strict === "off") return;
  const { file, line } = resource.place;
  const at = locationText({ file, line });
  const defined = at === "" ? "" : `, defined at ${at},`;
  const message = `Attempt to override an already evaluated resource${defined} with new values`;
  const here = { file: override.place.file, line: override.place.line };
  if (strict === "error") failAtLine("OVERRIDE_OF_EVALUATED", message, override.place);
  compilation.log({ level: "warning", message: `${message} ${locationText(here)}`.trimEnd() });
}

/** Puppet gives these errors a file and a line only. */
function failAtLine(
  code: string,
  message: string,
  place: Place,
  related?: { message: string; place: Place },
): never {
  const { file, line } = place;
  throw new Failure({
    code,
    severity: "error",
    message,
    place: { file, line },
    related: related && [related],
  });
}
