import { applyCatalog } from "../../src/apply/apply.ts";
import type { ApplyOptions } from "../../src/apply/options.ts";
import type { ApplyReport } from "../../src/apply/outcome.ts";
import {
  type Catalog,
  type CatalogResource,
  type RelationshipEdge,
  reference,
} from "../../src/catalog/catalog.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

/** A resource as a test writes it; `in` names its class or define, Class[main] when not given. */
export interface Row {
  readonly type: string;
  readonly title: string;
  readonly parameters?: Readonly<Record<string, Value>>;
  readonly in?: string;
  readonly tags?: readonly string[];
}

/** A catalog of rows in Class[main] of Stage[main]; edges are written `File[/a] -> File[/b]` or with `~>`. */
export function catalogOf(rows: readonly Row[], edges: readonly string[] = []): Catalog {
  const resources = [row("Stage", "main"), row("Class", "main"), ...rows].map(resourceOf);
  const containment = [
    { container: "Stage[main]", content: "Class[main]" },
    ...rows.map((r) => ({
      container: r.in ?? (r.type === "Class" ? "Stage[main]" : "Class[main]"),
      content: reference(r.type, r.title),
    })),
  ];
  const relationships = edges.map(edgeOf);
  return {
    name: "node",
    version: 1n,
    environment: "production",
    classes: [],
    tags: [],
    resources,
    containment,
    relationships,
  };
}

function row(type: string, title: string): Row {
  return { type, title };
}

function resourceOf({ type, title, parameters = {}, tags = [] }: Row): CatalogResource {
  return {
    reference: reference(type, title),
    type,
    title,
    parameters: new Map(Object.entries(parameters)),
    tags: new Set([type.toLowerCase(), ...tags]),
    place: { line: 1 },
    virtual: false,
    exported: false,
    kind: type === "Class" ? "class" : type.includes("::") ? "define" : "resource",
  };
}

function edgeOf(text: string): RelationshipEdge {
  const notify = text.includes(" ~> ");
  const [from, to] = text.split(/ [~-]> /);
  return { from: from!, to: to!, notify, origin: "the arrow" };
}

const NAMES: Partial<Record<LogEntry["level"], string>> = {
  err: "Error",
  warning: "Warning",
  notice: "Notice",
  info: "Info",
  debug: "Debug",
};

/** Apply a catalog; gives the report and what was said, as Puppet's console writes it. */
export async function applied(
  catalog: Catalog,
  machine: Machine,
  options: Partial<ApplyOptions> & { readonly level?: "debug" | "info" | "notice" } = {},
): Promise<{ readonly report: ApplyReport; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const shown = { debug: ["debug", "info"], info: ["info"], notice: [] as string[] }[
    options.level ?? "notice"
  ];
  const log = ({ level, message, source }: LogEntry): void => {
    if ((level === "debug" || level === "info") && !shown.includes(level)) return;
    lines.push(`${NAMES[level] ?? level}: ${source === undefined ? "" : `${source}: `}${message}`);
  };
  const host = { fact: () => undefined, command: (name: string) => machine.which(name), exists: () => false };
  const report = await applyCatalog(catalog, { machine, host, log, ...options });
  return { report, lines };
}

export { Hash };
