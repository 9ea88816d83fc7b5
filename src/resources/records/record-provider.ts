import type { Machine } from "../../machine/machine.ts";
import type { Step } from "../../machine/step.ts";
import type { AnyProvider, AnyWanted, Instance } from "../define.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Fields, RecordFormat } from "./entries.ts";
import { type Located, RecordFiles, type RecordPlace } from "./record-files.ts";

/** What makes a provider of entries in record files. */
export interface RecordSpec {
  readonly name: string;
  readonly format: RecordFormat;
  readonly place: RecordPlace;
  /** The file in which entries are when a resource names none. */
  readonly target: string;
  /** States that an entry has as fields; it lacks those it has no value for. Others are taken to be as wanted. */
  readonly states: readonly string[];
  /** Those of them that are taken to be as wanted when an entry lacks them. */
  readonly asWantedWhenMissing?: readonly string[];
  /** The name that a resource has of an entry; by default its field `name`. */
  nameOf?(fields: Fields): string | undefined;
  /** The fields of a resource's entry; by default the name and the states that are given. */
  fieldsOf?(wanted: AnyWanted): Fields;
  /** The files to look at besides the usual one and those of the resources. */
  targets?(machine: Machine): readonly string[];
  suits?: AnyProvider["suits"];
}

/** What was found of a resource in record files. */
export interface FoundRecord {
  readonly ensure: string;
  readonly files: RecordFiles;
  readonly located: Located | undefined;
  readonly [state: string]: unknown;
}

/** A provider of entries in record files. */
export function recordProvider(spec: RecordSpec): AnyProvider {
  const change = (changed: readonly string[], wanted: AnyWanted, is: unknown): readonly Step[] =>
    changedRecord(spec, changed, wanted, is as FoundRecord);
  return {
    name: spec.name,
    ...(spec.suits === undefined ? {} : { suits: spec.suits }),
    change: {},
    survey: (wanted, machine) => surveyed(spec, wanted, machine),
    read: (wanted, machine, around) => readRecord(spec, wanted, machine, around),
    flush: change,
    instances: (machine) => recordInstances(spec, machine),
  };
}

/** All the files of some resources, read. */
export async function surveyed(
  spec: RecordSpec,
  wanted: readonly AnyWanted[],
  machine: Machine,
): Promise<RecordFiles> {
  const files = new RecordFiles(spec.format, spec.place);
  const more = spec.targets?.(machine) ?? [];
  await files.look([spec.target, ...wanted.map((one) => targetOf(spec, one)), ...more], machine);
  return files;
}

/** Where a resource's entry is to be. */
export function targetOf(spec: RecordSpec, wanted: AnyWanted): string {
  return typeof wanted.target === "string" && wanted.target !== "" ? wanted.target : spec.target;
}

/** Look for a resource's entry; the last of several with one name counts, as in Puppet. */
export async function readRecord(
  spec: RecordSpec,
  wanted: AnyWanted,
  machine: Machine,
  { survey }: Surroundings,
): Promise<FoundRecord> {
  const target = targetOf(spec, wanted);
  const files = survey instanceof RecordFiles ? survey : await surveyed(spec, [wanted], machine);
  await files.look([target], machine);
  files.needs(target);
  const located = files.entries().findLast(({ fields }) => nameOf(spec, fields) === wanted.name);
  return foundRecord(spec, wanted, files, located);
}

/** What an entry says, as states. */
export function foundRecord(
  { states, asWantedWhenMissing = [] }: RecordSpec,
  wanted: AnyWanted,
  files: RecordFiles,
  located: Located | undefined,
): FoundRecord {
  if (located === undefined) return { ensure: "absent", files, located };
  const { fields, target } = located;
  const known = states
    .filter((name) => fields[name] !== undefined || !asWantedWhenMissing.includes(name))
    .map((name) => [name, fields[name] ?? "absent"] as const);
  return { ...wanted, ...Object.fromEntries(known), target, ensure: "present", files, located };
}

function nameOf(spec: RecordSpec, fields: Fields): string | undefined {
  return spec.nameOf === undefined ? (fields.name as string | undefined) : spec.nameOf(fields);
}

/** The steps that write the files which a resource's changes touch. */
export function changedRecord(
  spec: RecordSpec,
  changed: readonly string[],
  wanted: AnyWanted,
  { files, located }: FoundRecord,
): readonly Step[] {
  const now = new Date();
  const target = targetOf(spec, wanted);
  const asked = fieldsOf(spec, wanted);
  if (changed.includes("ensure") && wanted.ensure === "absent")
    return files.change(located, undefined, target, now);
  if (located === undefined) return files.change(undefined, asked, target, now);
  const fresh = changed.filter((name) => name in asked).map((name) => [name, asked[name]] as const);
  const place = changed.includes("target") ? target : located.target;
  return files.change(located, { ...located.fields, ...Object.fromEntries(fresh) }, place, now);
}

function fieldsOf(spec: RecordSpec, wanted: AnyWanted): Fields {
  if (spec.fieldsOf !== undefined) return spec.fieldsOf(wanted);
  const given = spec.states.filter((name) => wanted[name] !== undefined);
  return { name: wanted.name, ...Object.fromEntries(given.map((name) => [name, wanted[name]])) } as Fields;
}

/** Every entry of the usual files as a resource; the first of several with one name. */
async function recordInstances(spec: RecordSpec, machine: Machine): Promise<readonly Instance[]> {
  const files = await surveyed(spec, [], machine);
  const seen = new Map<string, Instance>();
  for (const { fields, target } of files.entries()) {
    const name = nameOf(spec, fields);
    if (name === undefined || seen.has(name)) continue;
    const known = spec.states.map((state) => [state, fields[state] ?? "absent"] as const);
    const identity = target === spec.target ? undefined : { target };
    seen.set(name, { name, identity, state: { ensure: "present", ...Object.fromEntries(known), target } });
  }
  return [...seen.values()];
}
