import type { Machine } from "../../machine/machine.ts";
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
}

/** Jobs in the crontabs of users. */
export const crontab: AnyProvider = {
  name: spec.name,
  suits: (machine) => machine.command("crontab") !== undefined,
  expect: (wanted, machine) => owned(wanted, machine),
  survey: (wanted, machine) => surveyed(wanted, machine),
  async read(wanted, machine, around) {
    const { files, wanted: all } =
      (around.survey as Survey | undefined) ?? (await surveyed([wanted], machine));
    const target = String(wanted.target);
    await files.look([target], machine);
    files.needs(target);
    const found = foundRecord(spec, wanted, files, jobsOf(all, files.entries()).get(wanted.title));
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
  return { files, wanted: mine };
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
 * schedule and has the same command; each is one resource's.
 */
function jobsOf(all: readonly AnyWanted[], jobs: readonly Located[]): ReadonlyMap<string, Located> {
  const found = new Map<string, Located>();
  const free = new Set(all);
  for (const job of jobs) {
    const { name } = job.fields;
    const named =
      name === undefined ? undefined : all.find((one) => one.name === name && one.target === job.target);
    const like = name === undefined ? [...free].find((one) => isLike(one, job)) : undefined;
    if (like !== undefined) free.delete(like);
    const one = named ?? like;
    if (one !== undefined) found.set(one.title, job);
  }
  return found;
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

/** Every job; those without a name are counted to tell them apart. */
async function instances(machine: Machine): Promise<readonly Instance[]> {
  const { files } = await surveyed([], machine);
  let unnamed = 0;
  return files.entries().map(({ fields, target }) => {
    const name = fields.name ?? `unmanaged:${String(fields.command).replace(/\s+/g, "_")}-${++unnamed}`;
    const known = FIELDS.map((field) => [field, fields[field] ?? "absent"] as const);
    return {
      name: String(name),
      state: { ensure: "present", ...Object.fromEntries(known), target, user: target },
    };
  });
}
