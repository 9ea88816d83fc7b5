import { basename } from "node:path";
import type { Machine } from "../../machine/machine.ts";
import type { Step } from "../../machine/step.ts";
import { acted, type OwnCommands, ownStatus, processMatching, SKIPPED_RESTART } from "./commands.ts";

/** What a provider that runs init scripts has to know of a service. */
export interface ScriptWanted extends OwnCommands {
  readonly binary?: string | undefined;
  readonly hasrestart?: boolean | undefined;
  readonly hasstatus: boolean;
  readonly path?: readonly string[] | undefined;
  readonly pattern?: string | undefined;
}

const USUAL_PATH = ["/etc/init.d"];

/** The init script of a service; undefined when there is none. */
export function initScript({ name, path = USUAL_PATH }: ScriptWanted, machine: Machine): string | undefined {
  const folders = path.filter((folder) => machine.stat(folder)?.kind === "directory");
  const candidates = [
    ...folders.map((folder) => `${folder}/${name}`),
    ...folders.map((folder) => `${folder}/${name}.sh`),
  ];
  return candidates.find((file) => machine.stat(file) !== undefined);
}

/** Whether it runs: by the resource's own command, the given one, or the process table. */
export async function scriptStatus(
  wanted: ScriptWanted,
  statusCommand: readonly string[] | undefined,
  machine: Machine,
): Promise<"running" | "stopped"> {
  const own = await ownStatus(wanted, machine);
  if (own !== undefined) return own ? "running" : "stopped";
  if (wanted.hasstatus && statusCommand !== undefined)
    return (await machine.run({ argv: statusCommand })).code === 0 ? "running" : "stopped";
  return (await processMatching(patternOf(wanted), machine)) === undefined ? "stopped" : "running";
}

/** What to look for in the process table. */
export function patternOf({ pattern, binary, name }: ScriptWanted): string {
  return pattern ?? binary ?? name;
}

/** Start or stop by the script; without one only the resource's own command will do. */
export function byScript(wanted: ScriptWanted, action: "start" | "stop", script: string | undefined): Step {
  return acted(wanted, action, [scriptOrFail(wanted, script, wanted[action]), action]);
}

/** The script's own restart when it has one, otherwise stop and start. */
export function restartByScript(
  wanted: ScriptWanted,
  { ensure, script }: { readonly ensure: string; readonly script: string | undefined },
): Step[] {
  if (ensure !== "running") return [SKIPPED_RESTART];
  if (wanted.restart !== undefined || wanted.hasrestart)
    return [acted(wanted, "restart", [scriptOrFail(wanted, script, wanted.restart), "restart"])];
  return [byScript(wanted, "stop", script), byScript(wanted, "start", script)];
}

function scriptOrFail({ name }: ScriptWanted, script: string | undefined, own: string | undefined): string {
  if (script === undefined && own === undefined)
    throw new Error(`Could not find init script for '${basename(name)}'`);
  return script ?? "";
}
