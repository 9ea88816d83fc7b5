import { join } from "node:path";
import { StatusKeeper } from "../../boot/status-file.ts";
import type { Command, Invocation } from "../command.ts";
import { Settings } from "../settings.ts";
import { BOOT_OPTIONS, type BootRequest, bootRequest } from "./options.ts";
import { BootRun } from "./run.ts";

export const boot: Command = {
  name: "boot",
  usage: "boot [OPTION...] [URL|FILE|DIRECTORY]",
  summary: "Configure this machine from a bundle, once per instance: wait, fetch, verify, apply",
  options: BOOT_OPTIONS,
  settings: true,
  run: (invocation) => new BootRun(invocation, requested(invocation)).run(),
};

/** What cannot even be asked for is a failed boot, too. */
function requested(invocation: Invocation): BootRequest {
  try {
    return bootRequest(invocation);
  } catch (error) {
    const settings = new Settings(invocation.options);
    const keeper = new StatusKeeper(settings.text("rundir"), join(settings.text("vardir"), "boot"));
    const detail = (error as Error).message;
    keeper.end({ status: "failed", phase: "options", detail, errors: [detail], exitCode: 1 });
    throw error;
  }
}
