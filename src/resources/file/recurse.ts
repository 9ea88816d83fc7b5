import type { Machine } from "../../machine/machine.ts";
import type { Value } from "../../values/value.ts";
import type { Child } from "../define.ts";
import type { Surroundings } from "../surroundings.ts";
import type { WantedFile } from "./expect.ts";
import { pathOf } from "./path-of.ts";
import { lookAt } from "./source.ts";
import { walk } from "./walk.ts";

/** Attributes of a directory that the files within it do not share. */
const NOT_INHERITED = [
  "ensure",
  "recurse",
  "recurselimit",
  "max_files",
  "target",
  "alias",
  "source",
  "path",
  "content",
];

type Overrides = Readonly<Record<string, Value>>;

/** The files within a directory that is managed with all it holds: those there, those of the source, those of the target. */
export function filesWithin(wanted: WantedFile, machine: Machine, around: Surroundings): readonly Child[] {
  if (wanted.recurse === "false") return [];
  const path = pathOf(wanted);
  const children = new Map<string, Overrides>();
  if (wanted.recurse === "true")
    for (const { relative } of walk(path, wanted, machine, around)) children.set(relative, {});
  if (wanted.target !== undefined) linkAll(wanted.target, wanted, children, machine, around);
  else if (wanted.source !== undefined) copyAll(wanted, children, machine, around);
  if (wanted.purge) purgeOthers(children);
  const inherited = inheritedFrom(around.parameters);
  return [...children]
    .map(
      ([relative, own]): Child => ({
        title: `${path === "/" ? "" : path}/${relative}`,
        parameters: joined(inherited, own),
      }),
    )
    .filter(({ title }) => !managedAbove(title, path, around))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

function copyAll(
  wanted: WantedFile,
  children: Map<string, Overrides>,
  machine: Machine,
  around: Surroundings,
): void {
  const taken = new Set<string>();
  for (const source of wanted.source ?? []) {
    const found = lookAt(source, wanted.links, machine, around);
    if (found === undefined) continue;
    if (found.stat.kind !== "directory") return;
    for (const { relative } of walk(found.path, wanted, machine, around)) {
      if (taken.has(relative)) continue;
      taken.add(relative);
      children.set(relative, { source: `${source}/${relative}` });
    }
    if (wanted.sourceselect === "first") return;
  }
}

function linkAll(
  target: string,
  wanted: WantedFile,
  children: Map<string, Overrides>,
  machine: Machine,
  around: Surroundings,
): void {
  for (const { relative, path, directory } of walk(target, wanted, machine, around)) {
    children.set(relative, directory ? { ensure: "directory" } : { ensure: "link", target: path });
  }
}

function purgeOthers(children: Map<string, Overrides>): void {
  for (const [relative, own] of children)
    if (!("source" in own)) children.set(relative, { ...own, ensure: "absent" });
}

function inheritedFrom(parameters: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...parameters].filter(([name, value]) => value !== null && !NOT_INHERITED.includes(name)));
}

function joined(inherited: ReadonlyMap<string, Value>, own: Overrides): ReadonlyMap<string, Value> {
  return new Map([...inherited, ...Object.entries(own)]);
}

/** What the catalog manages within the directory it manages with all that is in it. */
function managedAbove(path: string, top: string, around: Surroundings): boolean {
  for (let at = path; at.length > top.length; at = at.slice(0, at.lastIndexOf("/"))) {
    if (around.has("File", at)) return true;
  }
  return false;
}
