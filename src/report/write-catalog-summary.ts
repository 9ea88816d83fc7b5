import type { Catalog } from "../catalog/catalog.ts";
import { putFile, type Writing } from "./put-file.ts";

/** Where the names of a catalog's classes and resources go (Puppet's `--write_catalog_summary`). */
export interface CatalogSummaryFiles {
  readonly classes: string;
  readonly resources: string;
}

const OWNER_ONLY = 0o640;
const CONTAINERS: ReadonlySet<string> = new Set(["Class", "Stage"]);

/** Write the names of the classes, and the resources that are managed, a line for each. */
export async function writeCatalogSummary(
  files: CatalogSummaryFiles,
  { classes, resources }: Catalog,
  writing: Writing,
): Promise<void> {
  const managed = resources.filter(({ type, kind }) => kind === "resource" && !CONTAINERS.has(type));
  const names = managed.map((resource) => resource.reference.toLowerCase());
  await putFile(files.classes, lines(classes), OWNER_ONLY, writing);
  await putFile(files.resources, lines(names), OWNER_ONLY, writing);
}

function lines(names: readonly string[]): string {
  return `${names.join("\n")}\n`;
}
