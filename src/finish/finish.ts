import type { Catalog } from "../catalog/catalog.ts";
import { addContainerTags } from "../catalog/container-tags.ts";
import type { CatalogHeading } from "../catalog/declared-resource.ts";
import type { Compilation } from "../evaluate/compilation.ts";
import { assemble } from "./assemble.ts";
import { refuseCiphertext } from "./ciphertext.ts";
import { refuseDangling } from "./dangling.ts";
import { applyLateOverrides } from "./late-overrides.ts";
import { inheritMetaparameters } from "./metaparameters.ts";
import { refuseUnknownParameters } from "./parameters.ts";
import { stateRelationships } from "./relationships.ts";
import { refuseUnrealized } from "./unrealized.ts";

/** A step of finishing a catalog; it changes what was declared, or fails because that cannot be right. */
interface Pass {
  readonly name: string;
  run(compilation: Compilation): void;
}

/** What happens to the declared resources when everything is evaluated, in this order. */
export const PASSES: readonly Pass[] = [
  { name: "turn arrows into parameters", run: stateRelationships },
  { name: "apply overrides that were ahead of their resources", run: applyLateOverrides },
  { name: "take on the tags of containers", run: tagAll },
  { name: "refuse unknown parameters", run: refuseUnknownParameters },
  { name: "refuse what is still encrypted", run: refuseCiphertext },
  { name: "inherit metaparameters and tags", run: inheritMetaparameters },
  { name: "refuse overrides and collectors left over", run: refuseUnrealized },
  { name: "refuse relationships with what is not there", run: refuseDangling },
];

/** Finish what was declared and make it a catalog. */
export function finish(compilation: Compilation, heading: CatalogHeading): Catalog {
  for (const { run } of PASSES) run(compilation);
  return assemble(compilation.catalog, heading);
}

function tagAll({ catalog }: Compilation): void {
  for (const resource of catalog.resources()) addContainerTags(resource);
}
