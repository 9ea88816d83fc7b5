import { byScript, initScript, restartByScript, scriptStatus } from "./init-script.ts";
import { service } from "./service.ts";

/** Init scripts alone: services can be started and stopped, nothing is known of the boot. */
export const init = service.provider({
  name: "init",
  features: ["refreshable"],
  suits: (host) => host.exists("/etc/init.d") && !host.exists("/run/systemd/system"),

  async read(wanted, machine) {
    const script = initScript(wanted, machine);
    return {
      ensure: await scriptStatus(wanted, script === undefined ? undefined : [script, "status"], machine),
      script,
    };
  },

  change: {
    ensure: (to, wanted, is) => [byScript(wanted, to === "running" ? "start" : "stop", is.script)],
  },
  refresh: restartByScript,
});
