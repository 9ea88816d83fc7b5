import { USUAL_GRACE } from "../../machine/interruption.ts";
import type { OptionSpec, Options } from "../options.ts";

/** The option that says how long a command may go on after a signal. */
export const GRACE_OPTION: OptionSpec = {
  name: "grace",
  value: "SECONDS",
  type: "seconds",
  help: `After SIGTERM, SIGINT or SIGHUP a command in hand may go on for so long (${USUAL_GRACE})`,
};

/** The grace in seconds that a command line gives. */
export function graceOf(options: Options): number {
  return options.number("grace", "seconds") ?? USUAL_GRACE;
}
