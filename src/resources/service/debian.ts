import { runWith, type Step } from "../../machine/step.ts";
import { byScript, initScript, restartByScript, scriptStatus } from "./init-script.ts";
import { service } from "./service.ts";
import { enabledBySysv } from "./sysv-links.ts";

interface Found {
  readonly ensure: "running" | "stopped";
  readonly enable?: string;
  readonly script: string | undefined;
}

/** Init scripts on a Debian without systemd: update-rc.d says what starts at boot. */
export const debian = service.provider<Found>({
  name: "debian",
  features: ["enableable", "refreshable"],
  suits: (host) => host.exists("/usr/sbin/update-rc.d") && !host.exists("/run/systemd/system"),

  async read(wanted, machine) {
    const { name, enable } = wanted;
    const atBoot = enable === undefined ? {} : { enable: String(await enabledBySysv(name, machine)) };
    return {
      ensure: await scriptStatus(wanted, ["/usr/sbin/service", name, "status"], machine),
      ...atBoot,
      script: initScript(wanted, machine),
    };
  },

  change: {
    ensure: (to, wanted, is) => [
      byScript(wanted, to === "running" ? "start" : "stop", is.script),
      ...(wanted.enable === undefined || wanted.enable === is.enable
        ? []
        : enabled(wanted.enable, wanted.name)),
    ],
    enable: (to, { name }) => enabled(to, name),
  },
  refresh: restartByScript,
});

function enabled(to: string, name: string): Step[] {
  if (to === "true") return [updated("-f", name, "remove"), updated(name, "defaults")];
  if (to === "false") return [updated(name, "disable")];
  throw new Error(`Provider debian must have features 'maskable' to set 'enable' to '${to}'`);
}

function updated(...words: string[]): Step {
  return runWith({}, "/usr/sbin/update-rc.d", ...words);
}
