import { join } from "node:path";
import { StatusKeeper } from "../../boot/status-file.ts";
import { Failure } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import type { Command, Invocation } from "../command.ts";
import type { Options } from "../options.ts";
import { settingsOf } from "../settings.ts";
import { BOOT_OPTIONS, type BootRequest, bootRequest } from "./options.ts";
import { BootRun } from "./run.ts";

export const boot: Command = {
  name: "boot",
  usage: "boot [OPTION...] [URL|FILE|DIRECTORY]",
  summary: "Configure this machine from a bundle, once per instance: wait, fetch, verify, apply",
  options: BOOT_OPTIONS,
  settings: true,
  refused: failed,
  run: (invocation) => new BootRun(invocation, requested(invocation)).run(),
};

function requested(invocation: Invocation): BootRequest {
  try {
    return bootRequest(invocation);
  } catch (error) {
    failed(invocation.options, error as Error);
    throw error;
  }
}

/** What cannot even be asked for is a failed boot, too. */
function failed(options: Options, error: Error): void {
  const settings = settingsOf(options.only("rundir", "vardir"));
  const keeper = new StatusKeeper(settings.text("rundir"), join(settings.text("vardir"), "boot"));
  const detail = error instanceof Failure ? puppetText(error.issue) : error.message;
  keeper.end({ status: "failed", phase: "options", detail, errors: [detail], exitCode: 1 });
}
