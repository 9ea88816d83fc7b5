import type { Machine } from "../../machine/machine.ts";
import { runWith, type Step } from "../../machine/step.ts";
import { service } from "./service.ts";
import { enabledBySysv } from "./sysv-links.ts";

interface Found {
  /** As wanted: nothing is started or stopped here. */
  readonly ensure: "running" | "stopped" | undefined;
  readonly enable?: string;
  /** The unit is part of another one, or started by name only: nothing is to be changed. */
  readonly enableFixed: boolean;
  readonly bySystemd: boolean;
}

/** Services of an image being built: whether they start at boot is set on the disk, running is left to the boot. */
export const image = service.provider<Found>({
  name: "image",
  features: ["enableable", "maskable", "refreshable"],
  suits: (host) => host.image === true,
  usual: () => true,

  async read({ name, ensure, enable }, machine) {
    const bySystemd = machine.which("systemctl") !== undefined;
    const file = enable === undefined ? "" : await unitFile(name, bySystemd, machine);
    const enableFixed = ["static", "indirect", "alias"].includes(file) && enable !== "mask";
    return { ensure, ...(enable === undefined ? {} : { enable: asEnable(file) }), enableFixed, bySystemd };
  },

  change: {
    enable: (to, { name }, { bySystemd }) => (bySystemd ? bySystemctl(to, name) : byLinks(to, name)),
  },

  refresh: () => [{ kind: "say", level: "info", message: "Restarting is left to the boot of the image" }],
});

/** The word of `systemctl is-enabled`, which reads the disk alone. */
async function unitFile(name: string, bySystemd: boolean, machine: Machine): Promise<string> {
  if (!bySystemd) return (await enabledBySysv(name, machine)) ? "enabled" : "disabled";
  const { output } = await machine.run({ argv: ["systemctl", "is-enabled", "--", name], apart: true });
  return output.trim();
}

function asEnable(file: string): "true" | "false" | "mask" {
  if (file === "masked") return "mask";
  return file === "enabled" || file === "static" || file === "alias" ? "true" : "false";
}

function bySystemctl(to: string, name: string): Step[] {
  const action = { true: "enable", false: "disable", mask: "mask" }[to];
  if (action === undefined) return unsupported(to);
  return [runWith({ blame: `Could not ${action} ${name}: ` }, "systemctl", action, "--", name)];
}

function byLinks(to: string, name: string): Step[] {
  if (to !== "true" && to !== "false") return unsupported(to);
  return [runWith({}, "/usr/sbin/update-rc.d", name, to === "true" ? "defaults" : "disable")];
}

function unsupported(to: string): never {
  throw new Error(`Services of an image cannot be set to start at boot as '${to}'`);
}
