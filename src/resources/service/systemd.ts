import { runWith, type Step } from "../../machine/step.ts";
import { type Action, acted, type OwnCommands, ownStatus, SKIPPED_RESTART } from "./commands.ts";
import { service } from "./service.ts";
import { enabledState, type Unit, unitOf } from "./unit.ts";

interface Found {
  readonly ensure: "running" | "stopped";
  readonly enable?: string;
  readonly unit: Unit;
  /** systemd cannot enable or disable it: nothing is to be changed. */
  readonly enableFixed: boolean;
}

interface Wanted extends OwnCommands {
  readonly enable?: Enable | undefined;
}

type Enable = "true" | "false" | "mask";

const SYSTEMCTL = "/usr/bin/systemctl";

/** Services of systemd, one `systemctl show` to look at each. */
export const systemd = service.provider<Found>({
  name: "systemd",
  features: ["enableable", "maskable", "refreshable"],
  suits: (host) => host.exists("/run/systemd/system"),
  usual: () => true,

  async read(wanted, machine, around) {
    const unit = await unitOf(wanted.name, machine);
    const running = (await ownStatus(wanted, machine)) ?? ["active", "reloading"].includes(unit.active);
    const { enable, name } = wanted;
    const fixed =
      ["indirect", "static"].includes(unit.file) && !(unit.file === "static" && enable === "mask");
    if (enable !== undefined && fixed) around.say("debug", fixedWords(name, unit));
    return {
      ensure: running ? "running" : "stopped",
      ...(enable === undefined ? {} : { enable: await enabledState(wanted, unit, machine) }),
      unit,
      enableFixed: fixed,
    };
  },

  change: {
    /** Whether it starts at boot is set right along with it, as Puppet does. */
    ensure: (to, wanted, is) => [
      ...(to === "running" ? started(wanted, is.unit) : [act(wanted, "stop")]),
      ...(wanted.enable === undefined || wanted.enable === is.enable || is.enableFixed
        ? []
        : enabled(wanted.enable, wanted.name, is.unit, to === "running")),
    ],
    enable: (to, { name }, { unit }) => enabled(to, name, unit, false),
  },

  refresh: (wanted, { ensure, unit }) =>
    ensure === "running" ? [...reload(unit), act(wanted, "restart")] : [SKIPPED_RESTART],
});

function fixedWords(name: string, { file }: Unit): string {
  return file === "static"
    ? `Unable to enable or disable static service ${name}`
    : `Service ${name} is in 'indirect' state and cannot be enabled/disabled`;
}

function started(wanted: Wanted, unit: Unit): Step[] {
  const unmasked = wanted.start === undefined ? unmask(wanted.name, unit) : [];
  return [...reload(unit), ...unmasked, act(wanted, "start")];
}

function act(wanted: Wanted, action: Action): Step {
  const { name } = wanted;
  const journal = ["journalctl", "-n", "50", "--since", "5 minutes ago", "-u", name, "--no-pager"];
  const words = `Systemd ${action} for ${name} failed!\njournalctl log for ${name}:\n`;
  return acted(wanted, action, [SYSTEMCTL, action, "--", name], { evidence: { words, argv: journal } });
}

/** Unit files that changed on the disk count only after a reload. */
function reload({ needsReload }: Unit): Step[] {
  return needsReload ? [runWith({}, SYSTEMCTL, "daemon-reload")] : [];
}

function unmask(name: string, { file }: Unit): Step[] {
  return file.startsWith("masked") ? [told("unmask", name)] : [];
}

function enabled(to: Enable, name: string, unit: Unit, unmaskedAlready: boolean): Step[] {
  switch (to) {
    case "true":
      return [...(unmaskedAlready ? [] : unmask(name, unit)), told("enable", name)];
    case "false":
      return [told("disable", name)];
    case "mask":
      return [...(unit.load === "not-found" ? [] : [told("disable", name)]), told("mask", name)];
  }
}

function told(action: string, name: string): Step {
  return runWith({ blame: `Could not ${action} ${name}: ` }, SYSTEMCTL, action, "--", name);
}
