import type { Command } from "../command.ts";
import { runFacts } from "../facts/facts.ts";
import { UsageError } from "../usage-error.ts";

export const puppetFacts: Command = {
  name: "facts",
  usage: "facts [show] [FACT...]",
  summary: "Print all facts, or those asked for, as JSON",
  options: [
    { name: "show_legacy", help: "Include the flat facts of Facter 2" },
    { name: "value_only", help: "Print the bare value of a single fact" },
    { name: "render_as", value: "FORMAT", help: "json or yaml" },
    { name: "no_block", help: "Accepted for Puppet's sake; has no effect" },
    { name: "no_cache", help: "Accepted for Puppet's sake; has no effect" },
    { name: "timing", help: "Accepted for Puppet's sake; has no effect" },
  ],
  settings: true,
  async run({ options, positionals, terminal }) {
    const format = options.value("render_as") ?? "json";
    if (!["json", "yaml"].includes(format)) throw new UsageError(`Unknown rendering format '${format}'`);
    const yaml = format === "yaml";
    const answer = runFacts({
      queries: positionals,
      json: !yaml && options.switch("value_only") !== true,
      yaml,
      showLegacy: options.switch("show_legacy") === true,
    });
    terminal.out(answer.out);
    terminal.err(answer.err);
    return answer.exitCode;
  },
};
