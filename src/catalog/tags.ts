import { fail } from "../diagnostics/failure.ts";

const VALID = /^[\p{L}\p{N}_][\p{L}\p{N}_:.-]*$/u;

/** Add tags given by code: lower case, with the segments of qualified names; fails on what is no tag. */
export function addTags(tags: Set<string>, names: Iterable<string>): void {
  for (const name of names) {
    const tag = name.toLowerCase();
    if (tags.has(tag)) continue;
    if (!VALID.test(tag)) fail("INVALID_TAG", `Invalid tag '${tag}'`);
    addWithSegments(tags, tag);
  }
}

/** Add a type or a title as a tag, when it can be one. */
export function addTagIfValid(tags: Set<string>, name: string): void {
  if (VALID.test(name)) addWithSegments(tags, name.toLowerCase());
}

function addWithSegments(tags: Set<string>, tag: string): void {
  if (tags.has(tag)) return;
  tags.add(tag);
  if (!tag.includes("::")) return;
  for (const segment of tag.split("::")) if (segment !== "") tags.add(segment);
}
