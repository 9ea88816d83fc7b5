import type { Command } from "../command.ts";
import { runFacts } from "./facts.ts";

export const facts: Command = {
  name: "facts",
  usage: "facts [OPTION...] [QUERY...]",
  summary: "Show what is known about this machine, all of it or by dotted names such as os.release.major",
  options: [
    { name: "json", short: "j", help: "Print JSON" },
    { name: "yaml", short: "y", help: "Print YAML" },
    { name: "show_legacy", help: "Include the flat facts of Facter 2 in the listing" },
    { name: "strict", help: "End with 1 when a fact asked for does not exist" },
    { name: "external_dir", value: "DIR", list: true, help: "A further directory of external facts" },
    { name: "fact", value: "NAME=VALUE", list: true, help: "Believe this instead of looking" },
    { name: "facts", value: "FILE", help: "Believe the facts of a YAML or JSON file instead of looking" },
  ],
  settings: false,
  async run({ options, positionals, terminal }) {
    const answer = runFacts({
      queries: positionals,
      json: options.switch("json") === true,
      yaml: options.switch("yaml") === true,
      showLegacy: options.switch("show_legacy") === true,
      strict: options.switch("strict") === true,
      externalFolders: options.values("external_dir"),
      facts: options.values("fact"),
      factsFile: options.value("facts"),
    });
    terminal.out(answer.out);
    terminal.err(answer.err);
    return answer.exitCode;
  },
};
