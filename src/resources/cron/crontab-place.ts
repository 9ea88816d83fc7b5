import type { Machine } from "../../machine/machine.ts";
import { runWith, type Step } from "../../machine/step.ts";
import { encoded } from "../records/entries.ts";
import { stampOf } from "../records/plain-file.ts";
import type { RecordPlace } from "../records/record-files.ts";

/** Where crontab(1) keeps the tables of users: Debian's place, then that of others. */
const SPOOLS = ["/var/spool/cron/crontabs", "/var/spool/cron"];

/** Tables that crontab(1) reads and writes, by the names of their users. */
export const crontabs: RecordPlace = {
  stamp: stampOfTable,
  async read(user, machine) {
    const stamp = stampOfTable(user, machine);
    const text = encoded(await tableOf(user, machine));
    return { text, stamp, replace: (changed) => replaced(user, changed, machine) };
  },
};

/** The users that have a crontab, as far as this process may see. */
export function usersWithCrontab(machine: Machine): readonly string[] {
  const spool = spoolOf(machine);
  if (spool === undefined) return [];
  try {
    const names = machine.readdir(spool).filter((name) => !name.startsWith(".keep_"));
    return names.filter((name) => machine.stat(`${spool}/${name}`)?.kind === "file");
  } catch {
    return [];
  }
}

function spoolOf(machine: Machine): string | undefined {
  return SPOOLS.find((path) => machine.stat(path)?.kind === "directory");
}

/** Only root can tell whether a table has changed without reading it. */
function stampOfTable(user: string, machine: Machine): string | undefined {
  const spool = machine.root ? spoolOf(machine) : undefined;
  return spool === undefined ? undefined : `${machine.uidOf(user)} ${stampOf(`${spool}/${user}`, machine)}`;
}

async function tableOf(user: string, machine: Machine): Promise<string> {
  if (machine.uidOf(user) === undefined) return "";
  const { code, output } = await machine.run({ argv: [...crontabOf(user, machine), "-l"] });
  if (code !== 0) {
    if (/no crontab for|are not allowed to/.test(output)) return "";
    throw new Error(`Could not read crontab for ${user}: ${output.trim()}`);
  }
  if (output.includes("\uFFFD"))
    throw new Error(`Could not read crontab for ${user}: it is not UTF-8, and writing it would damage it`);
  return output;
}

function replaced(user: string, text: string, machine: Machine): readonly Step[] {
  if (machine.uidOf(user) === undefined)
    throw new Error(`Cannot write the ${user} user's crontab: The user does not exist`);
  const input = Buffer.from(text, "latin1").toString("utf8");
  return [runWith({ input }, ...crontabOf(user, machine), "-")];
}

function crontabOf(user: string, machine: Machine): readonly string[] {
  return machine.uidOf(user) === machine.uid ? ["crontab"] : ["crontab", "-u", user];
}
