import type { Step } from "../../machine/step.ts";
import { acted, kill, processMatching, SKIPPED_RESTART } from "./commands.ts";
import { patternOf, type ScriptWanted, scriptStatus } from "./init-script.ts";
import { service } from "./service.ts";

interface Found {
  readonly ensure: "running" | "stopped";
  readonly pid: string | undefined;
}

/** No init system: the resource says how to start it; stopping it ends the process its pattern finds. */
export const byHand = service.provider<Found>({
  name: "base",
  features: ["refreshable"],

  async read(wanted, machine) {
    return {
      ensure: await scriptStatus(wanted, undefined, machine),
      pid: wanted.stop === undefined ? await processMatching(patternOf(wanted), machine) : undefined,
    };
  },

  change: { ensure: (to, wanted, is) => (to === "running" ? started(wanted) : stopped(wanted, is)) },

  refresh(wanted, is) {
    if (is.ensure !== "running") return [SKIPPED_RESTART];
    if (wanted.restart !== undefined) return [acted(wanted, "restart", [])];
    return [...stopped(wanted, is), ...started(wanted)];
  },
});

function started(wanted: ScriptWanted): Step[] {
  const { start, binary } = wanted;
  if (start === undefined && binary === undefined)
    throw new Error("Services must specify a start command or a binary");
  return [acted({ ...wanted, start: start ?? binary }, "start", [])];
}

function stopped(wanted: ScriptWanted, { pid }: Found): Step[] {
  if (wanted.stop !== undefined) return [acted(wanted, "stop", [])];
  return pid === undefined
    ? [{ kind: "say", level: "info", message: `${wanted.name} is not running` }]
    : [kill(pid)];
}
