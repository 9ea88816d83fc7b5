import { Interruption } from "../../machine/interruption.ts";
import { TRUST_OPTIONS, withBundle } from "../bundle/target.ts";
import type { Command, Invocation } from "../command.ts";
import { FACT_OPTIONS } from "../facts/fact-options.ts";
import { GRACE_OPTION, graceOf } from "./grace.ts";
import { COMPILE_OPTIONS } from "./request.ts";
import { ApplyRun } from "./run.ts";

export const apply: Command = {
  name: "apply",
  usage: "apply [OPTION...] [MANIFEST|DIRECTORY|BUNDLE]",
  summary: "Make this machine match a manifest, a site, or a compiled catalog",
  options: [
    ...COMPILE_OPTIONS,
    ...FACT_OPTIONS,
    ...TRUST_OPTIONS,
    GRACE_OPTION,
    { name: "catalog", value: "FILE", help: "Apply a compiled catalog; `-` reads it from standard input" },
    { name: "image", help: "An image is being built: start no services, set what starts at boot" },
    { name: "noop", help: "Change nothing, and tell what would be changed" },
    { name: "detailed_exitcodes", help: "End with 2 when there were changes" },
    { name: "test", short: "t", help: "The same as --verbose --detailed-exitcodes --show_diff" },
    { name: "verbose", short: "v", help: "Tell more" },
    { name: "debug", short: "d", help: "Tell everything" },
    { name: "summarize", help: "Print the numbers of the run at its end" },
    { name: "logdest", short: "l", value: "WHERE", help: "console, syslog or files, with commas between" },
    { name: "manifestdir", value: "DIR", help: "Accepted for the sake of Packer; has no effect" },
    {
      name: "loadclasses",
      short: "L",
      help: "Write the classes and resources of the catalog to classes.txt and resources.txt",
    },
  ],
  settings: true,
  run: applied,
};

/** A signal is heard from the beginning to the end; before anything is applied it leaves a report too. */
async function applied(called: Invocation): Promise<number> {
  const interruption = new Interruption(graceOf(called.options));
  const invocation = { ...called, interruption };
  let begun = false;
  try {
    const code = await withBundle(invocation, (opened) => {
      begun = true;
      return new ApplyRun(opened).run();
    });
    if (!begun && interruption.caught !== undefined) await new ApplyRun(invocation).reportInterruption();
    return code;
  } finally {
    interruption.end();
  }
}
