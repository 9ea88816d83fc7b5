import { readFileSync } from "node:fs";
import type { Catalog } from "../catalog/catalog.ts";
import { ResourceTypes } from "../catalog/resource-types/resource-types.ts";
import { withoutVirtual } from "../catalog/select.ts";
import { withinTimeout } from "../compile/compile-catalog.ts";
import { fail } from "../diagnostics/failure.ts";
import { readCatalog } from "../finish/read-catalog.ts";
import { resolveDeferred } from "../functions/resolve-deferred.ts";
import type { Environment } from "../modules/environment.ts";
import { REDACTED } from "../report/redactor.ts";
import { readRegularText } from "../source/read-file.ts";
import type { Deferred } from "../values/deferred.ts";
import type { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { compileSite } from "./compile-site.ts";
import { machineFacts } from "./machine-facts.ts";
import type { RunRequest } from "./request.ts";
import { openEnvironment } from "./site.ts";

/** A catalog, and what applying it needs to know. */
export interface OpenedCatalog {
  readonly catalog: Catalog;
  readonly environment: Environment;
  readonly facts: Hash;
  /** Works out a deferred value; undefined for a catalog that was compiled elsewhere. */
  readonly resolve?: (deferred: Deferred) => Value;
}

/** The catalog of a run: compiled from the site, or read from the file that is asked for. */
export function openCatalog(request: RunRequest): OpenedCatalog {
  return request.catalog === undefined ? compiled(request) : read(request, request.catalog);
}

function compiled(request: RunRequest): OpenedCatalog {
  const started = performance.now();
  const { catalog, compilation, site, facts } = compileSite(request);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const { name, environment } = catalog;
  const message = `Compiled catalog for ${name} in environment ${environment} in ${seconds} seconds`;
  request.log.log({ level: "notice", message });
  const resolve = (deferred: Deferred): Value =>
    withinTimeout(request, () => resolveDeferred(deferred, { compilation, place: {} }));
  return { catalog: withoutVirtual(catalog), environment: site.environment, facts, resolve };
}

function read(request: RunRequest, file: string): OpenedCatalog {
  const { settings, log } = request;
  const environment = openEnvironment(undefined, settings);
  const text = file === "-" ? readFileSync(0, "utf8") : readRegularText(file);
  refuseRedacted(text);
  const warn = (message: string) => log.log({ level: "warning", message: `Facter: ${message}` });
  const { facts } = machineFacts(request, settings, environment, warn);
  return { catalog: readCatalog(text, new ResourceTypes(environment)), environment, facts };
}

/** `compile` prints catalogs for people: what is shown for a secret must not be written to the machine. */
function refuseRedacted(catalog: string): void {
  if (!catalog.includes(REDACTED)) return;
  fail(
    "REDACTED_CATALOG",
    `The catalog has ${REDACTED} in place of secrets: it was printed for looking at, and cannot be applied`,
    "Apply the site itself",
  );
}
