import { setTimeout as sleep } from "node:timers/promises";
import { type BootStatus, statusCode, statusNow, statusText } from "../../boot/status.ts";
import { statusFile } from "../../boot/status-file.ts";
import type { Command } from "../command.ts";
import { settingsOf } from "../settings.ts";

const LOOK_AGAIN = 500;

export const status: Command = {
  name: "status",
  usage: "status [--wait [--deadline SECONDS]] [--json]",
  summary:
    "Tell how far 'boot' has come; ends with 0, with 1 when it failed, with 2 when it is done with trouble",
  options: [
    { name: "wait", short: "w", help: "Wait until it has ended" },
    {
      name: "deadline",
      value: "SECONDS",
      type: "seconds",
      help: "Wait no longer; ends with 1 when it has not ended by then",
    },
    { name: "json", short: "j", help: "Print JSON" },
  ],
  settings: true,
  async run({ options, terminal }) {
    const file = statusFile(settingsOf(options).text("rundir"));
    const deadline =
      performance.now() + (options.number("deadline", "seconds") ?? Number.POSITIVE_INFINITY) * 1000;
    let now = statusNow(file);
    while (options.switch("wait") && !hasEnded(now) && performance.now() < deadline) {
      await sleep(LOOK_AGAIN);
      now = statusNow(file);
    }
    terminal.out(options.switch("json") ? `${JSON.stringify(now, undefined, 2)}\n` : statusText(now));
    return options.switch("wait") && !hasEnded(now) ? 1 : statusCode(now);
  },
};

function hasEnded({ status: outcome }: BootStatus): boolean {
  return outcome !== "running" && outcome !== "not started";
}
