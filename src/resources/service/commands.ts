import type { Machine } from "../../machine/machine.ts";
import { type RunOptions, run, runWith, type Step, shell } from "../../machine/step.ts";

/** What a service is told by its resource rather than by its init system. */
export interface OwnCommands {
  readonly title: string;
  readonly name: string;
  readonly start?: string | undefined;
  readonly stop?: string | undefined;
  readonly restart?: string | undefined;
  readonly status?: string | undefined;
}

export type Action = "start" | "stop" | "restart";

/** The resource's own command for an action, or else the init system's. */
export function acted(
  wanted: OwnCommands,
  action: Action,
  usual: readonly string[],
  options: RunOptions = { blame: `Could not ${action} Service[${wanted.title}]: ` },
): Step {
  const own = wanted[action];
  return own === undefined ? runWith(options, ...usual) : shell(own, { ...options, called: own });
}

/** Whether the resource's own status command says it runs; undefined when it has none. */
export async function ownStatus({ status }: OwnCommands, machine: Machine): Promise<boolean | undefined> {
  if (status === undefined) return undefined;
  return (await machine.run({ argv: ["/bin/sh", "-c", status] })).code === 0;
}

/** Said instead of restarting what does not run. */
export const SKIPPED_RESTART: Step = {
  kind: "say",
  level: "debug",
  message: "Skipping restart; service is not running",
};

/** The number of the first process whose line in the process table matches a pattern. */
export async function processMatching(pattern: string, machine: Machine): Promise<string | undefined> {
  const { output } = await machine.run({ argv: ["ps", "-ef"] });
  const wanted = new RegExp(pattern);
  const line = output.split("\n").find((entry) => wanted.test(entry));
  return line?.trim().split(/\s+/)[1];
}

/** Ends a process. */
export function kill(pid: string): Step {
  return run("kill", pid);
}
