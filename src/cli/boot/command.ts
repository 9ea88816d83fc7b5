import { join } from "node:path";
import { Boot, type BootTools } from "../../boot/boot.ts";
import { StatusKeeper } from "../../boot/status-file.ts";
import { Failure } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { Interruption } from "../../machine/interruption.ts";
import { graceOf } from "../apply/grace.ts";
import { ApplyRun } from "../apply/run.ts";
import { withBundle } from "../bundle/target.ts";
import type { Command, Invocation } from "../command.ts";
import type { Options } from "../options.ts";
import { settingsOf } from "../settings.ts";
import { BOOT_OPTIONS, type BootCommand, bootCommand } from "./options.ts";

export const boot: Command = {
  name: "boot",
  usage: "boot [OPTION...] [URL|FILE|DIRECTORY]",
  summary: "Configure this machine from a bundle, once per instance: wait, fetch, verify, apply",
  options: BOOT_OPTIONS,
  settings: true,
  refused: failed,
  run(invocation) {
    const request = requested(invocation);
    return new Boot(request, toolsFor(invocation, request)).run();
  },
};

function requested(invocation: Invocation): BootCommand {
  try {
    return bootCommand(invocation);
  } catch (error) {
    failed(invocation.options, error as Error);
    throw error;
  }
}

function toolsFor(called: Invocation, { options }: BootCommand): BootTools {
  const interruption = new Interruption(graceOf(options));
  const invocation = { ...called, interruption };
  return {
    terminal: called.terminal,
    interruption,
    withSite: (bundle, terminal, work) =>
      withBundle({ ...invocation, options, positionals: [bundle], terminal }, (opened) => {
        const detailed = { ...opened, options: opened.options.with({ detailed_exitcodes: true }) };
        return work(() => new ApplyRun(detailed).run());
      }),
    reportInterruption: () => new ApplyRun(invocation).reportInterruption(),
  };
}

/** What cannot even be asked for is a failed boot, too. */
function failed(options: Options, error: Error): void {
  const settings = settingsOf(options.only("rundir", "vardir"));
  const keeper = new StatusKeeper(settings.text("rundir"), join(settings.text("vardir"), "boot"));
  const detail = error instanceof Failure ? puppetText(error.issue) : error.message;
  keeper.end({ status: "failed", phase: "options", detail, errors: [detail], exitCode: 1 });
}
