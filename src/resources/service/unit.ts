import type { Machine } from "../../machine/machine.ts";
import { enabledBySysv } from "./sysv-links.ts";

/** What systemd knows of a unit. */
export interface Unit {
  /** `active`, `inactive`, `failed`, ... */
  readonly active: string;
  /** `enabled`, `disabled`, `static`, `masked`, ...; empty without a unit file. */
  readonly file: string;
  /** `loaded`, `not-found`, `masked`, ... */
  readonly load: string;
  readonly needsReload: boolean;
}

/** Ask systemd about a unit by name; `.service` may be left out. */
export async function unitOf(name: string, machine: Machine): Promise<Unit> {
  const properties = "--property=ActiveState,UnitFileState,LoadState,NeedDaemonReload";
  const { output } = await machine.run({ argv: ["systemctl", "show", properties, "--", name], apart: true });
  const values = new Map(output.split("\n").map((line) => line.split("=", 2) as [string, string]));
  return {
    active: values.get("ActiveState") ?? "",
    file: values.get("UnitFileState") ?? "",
    load: values.get("LoadState") ?? "",
    needsReload: values.get("NeedDaemonReload") === "yes",
  };
}

const ENABLED = new Set(["enabled", "enabled-runtime", "static", "alias"]);

/** Whether a unit starts at boot, in the words of `systemctl is-enabled` and Puppet's reading of them. */
export async function enabledState(
  { name, enable }: { readonly name: string; readonly enable?: string | undefined },
  unit: Unit,
  machine: Machine,
): Promise<"true" | "false" | "mask"> {
  if (enable === "mask" && unit.file === "masked") return "mask";
  if (ENABLED.has(unit.file)) return "true";
  if (unit.file !== "" && unit.file !== "generated") return "false";
  return (await asked(name, machine)) ? "true" : "false";
}

/** Services with an init script only: systemctl passes the question on, or does not know. */
async function asked(name: string, machine: Machine): Promise<boolean> {
  const { code, output } = await machine.run({ argv: ["systemctl", "is-enabled", "--", name], apart: true });
  const answer = output.trim();
  if (answer === "indirect") return false;
  if (code === 0) return true;
  return answer === "" && machine.which("invoke-rc.d") !== undefined && (await enabledBySysv(name, machine));
}
