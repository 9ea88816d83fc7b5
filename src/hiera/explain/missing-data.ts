import { existsSync, lstatSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { ExplainedLocation, ExplainNode } from "./explainer.ts";

/**
 * What a lookup did not find on its way and hardly anybody means to be absent, in sentences: links that lead nowhere,
 * and data directories that do not exist. A file that does not exist is nothing to tell.
 */
export function missingData(root: ExplainNode): string[] {
  return [...new Set(absentLocations(root).map(oddity))].filter((sentence) => sentence !== undefined);
}

function absentLocations({ branch, outcome, branches }: ExplainNode): ExplainedLocation[] {
  const absent = branch?.kind === "location" && outcome?.kind === "location_not_found";
  return [...(absent ? [branch.location] : []), ...branches.flatMap(absentLocations)];
}

function oddity({ kind, original, location }: ExplainedLocation): string | undefined {
  if (kind !== "path") return undefined;
  if (lstatSync(location, { throwIfNoEntry: false })?.isSymbolicLink())
    return `The link ${location} leads nowhere`;
  const directory = isAbsolute(original) ? undefined : join(location, ...original.split("/").map(() => ".."));
  return directory === undefined || existsSync(directory) ? undefined : `There is no directory ${directory}`;
}
