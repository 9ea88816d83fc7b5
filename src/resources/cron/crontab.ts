import type { Machine } from "../../machine/machine.ts";
import type { Value } from "../../values/value.ts";
import type { AnyProvider, AnyWanted, Instance } from "../define.ts";
import type { Fields } from "../records/entries.ts";
import { type Located, RecordFiles } from "../records/record-files.ts";
import { changedRecord, type FoundRecord, foundRecord, type RecordSpec } from "../records/record-provider.ts";
import { crontabFormat } from "./crontab-format.ts";
import { crontabs, usersWithCrontab } from "./crontab-place.ts";
import { ANY, TIME_FIELDS } from "./time-fields.ts";

const SCHEDULE = ["special", ...TIME_FIELDS];
const FIELDS = ["command", ...SCHEDULE, "environment"];

const spec: RecordSpec = {
  name: "crontab",
  format: crontabFormat,
  place: crontabs,
  target: "root",
  states: FIELDS,
  fieldsOf: (wanted) => ({
    name: wanted.name,
    ...Object.fromEntries(FIELDS.map((field) => [field, given(wanted[field])])),
  }),
};

function given(value: unknown): Fields[string] {
  return value === ANY ? undefined : (value as Fields[string]);
}

/** The crontabs of all users, and the jobs that a run manages. */
interface Survey {
  readonly files: RecordFiles;
  readonly wanted: readonly AnyWanted[];
  /** What each resource's job was when it was found, by title. */
  readonly found: Map<string, Fields>;
  /** Titles of resources that had their turn: one of them takes no other job. */
  readonly done: Set<string>;
}

/** Jobs in the crontabs of users. */
export const crontab: AnyProvider = {
  name: spec.name,
  suits: (machine) => machine.command("crontab") !== undefined,
  expect: (wanted, machine) => owned(wanted, machine),
  survey: (wanted, machine) => surveyed(wanted, machine),
  async read(wanted, machine, around) {
    const survey = (around.survey as Survey | undefined) ?? (await surveyed([wanted], machine));
    const { files } = survey;
    const target = String(wanted.target);
    await files.look([target], machine);
    files.needs(target);
    const found = foundRecord(spec, wanted, files, jobsOf(survey).get(wanted.title));
    survey.done.add(wanted.title);
    return found.located === undefined ? found : { ...found, user: found.target };
  },
  change: {},
  flush: (changed, wanted, is) => changedRecord(spec, changed, wanted, is as unknown as FoundRecord),
  instances,
};

async function surveyed(wanted: readonly AnyWanted[], machine: Machine): Promise<Survey> {
  const files = new RecordFiles(spec.format, spec.place);
  const mine = wanted.map((one) => owned(one, machine));
  const users = [usualUser(machine), ...mine.map((one) => String(one.target)), ...usersWithCrontab(machine)];
  await files.look(users, machine);
  return { files, wanted: mine, found: new Map(), done: new Set() };
}

/** The resource with the crontab that it is in: its user's, or that of who runs this program. */
function owned(wanted: AnyWanted, machine: Machine): AnyWanted {
  return { ...wanted, target: wanted.target ?? wanted.user ?? usualUser(machine) };
}

function usualUser(machine: Machine): string {
  return machine.userOf(machine.uid) ?? "root";
}

/**
 * Which job belongs to which resource, by title: the one that has its name, or one without a name that is on the same
 * schedule and has the same command. Each is one resource's.
 */
function jobsOf({ files, wanted, found, done }: Survey): ReadonlyMap<string, Located> {
  const jobs = new Map<string, Located>();
  const entries = files.entries();
  const there = new Set(entries.map(({ fields }) => fields));
  const kept = [...found].filter(([, fields]) => there.has(fields));
  const taken = new Map(kept.map(([title, fields]) => [fields, title]));
  const settled = new Set([...done, ...taken.values()]);
  const free = new Set(wanted.filter(({ title }) => !settled.has(title)));
  for (const job of entries) {
    const title = taken.get(job.fields) ?? ownerOf(job, wanted, free)?.title;
    if (title !== undefined) jobs.set(title, job);
  }
  for (const [title, { fields }] of jobs) found.set(title, fields);
  return jobs;
}

function ownerOf(job: Located, all: readonly AnyWanted[], free: Set<AnyWanted>): AnyWanted | undefined {
  const { name } = job.fields;
  if (name !== undefined) return all.find((one) => one.name === name && one.target === job.target);
  const like = [...free].find((one) => isLike(one, job));
  if (like !== undefined) free.delete(like);
  return like;
}

function isLike(wanted: AnyWanted, { target, fields }: Located): boolean {
  if (wanted.target !== target || wanted.command !== fields.command) return false;
  return SCHEDULE.every(
    (name) => wanted[name] === undefined || same(given(wanted[name]), fields[name], name),
  );
}

/** A special schedule that should not be is like none, as in Puppet. */
function same(to: Fields[string], is: Fields[string], name: string): boolean {
  return name === "special" && to === undefined ? false : String(to) === String(is);
}

/** Every job; those without a name are counted to tell them apart, and are known by what they do and when. */
async function instances(machine: Machine, managed: readonly AnyWanted[] = []): Promise<readonly Instance[]> {
  const survey = await surveyed(managed, machine);
  const taken = new Set([...jobsOf(survey).values()].map(({ entry }) => entry));
  let unnamed = 0;
  return survey.files.entries().flatMap((job) => {
    const { fields, target, entry } = job;
    if (taken.has(entry)) return [];
    const name = fields.name ?? `unmanaged:${String(fields.command).replace(/\s+/g, "_")}-${++unnamed}`;
    const known = Object.fromEntries(FIELDS.map((field) => [field, fields[field] ?? ANY]));
    const identity = { target, user: target, ...(fields.name === undefined ? identityOf(fields) : {}) };
    return [{ name: String(name), state: { ensure: "present", ...known, target, user: target }, identity }];
  });
}

function identityOf(fields: Fields): Record<string, Value> {
  const names = fields.special === undefined ? ["command", ...TIME_FIELDS] : ["command", "special"];
  return Object.fromEntries(names.map((name) => [name, (fields[name] ?? ANY) as Value]));
}
