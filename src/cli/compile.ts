import { withoutVirtual } from "../catalog/select.ts";
import { writeCatalog } from "../catalog/wire/write.ts";
import type { Command } from "./command.ts";
import { commandLog } from "./command-log.ts";
import { COMPILE_OPTIONS, compileSite } from "./compile-site.ts";
import { FACT_OPTIONS } from "./machine-facts.ts";
import { Settings } from "./settings.ts";

export const compile: Command = {
  name: "compile",
  usage: "compile [OPTION...] [MANIFEST|DIRECTORY]",
  summary: "Print the catalog of a manifest or a site as JSON, as `puppet catalog compile` does",
  options: [
    ...COMPILE_OPTIONS,
    {
      name: "node",
      value: "NAME",
      help: "Compile for this node; with --facts, for another machine than this",
    },
    ...FACT_OPTIONS,
    {
      name: "stub_secrets",
      help: "Put a placeholder where a value cannot be decrypted, so that no key is needed",
    },
    { name: "verbose", short: "v", help: "Tell more" },
    { name: "debug", short: "d", help: "Tell everything" },
  ],
  settings: true,
  async run(invocation) {
    const settings = new Settings(invocation.options);
    const { terminal } = invocation;
    const log = commandLog(invocation, settings, { ...terminal, out: terminal.err });
    const { catalog } = compileSite(invocation, settings, log);
    terminal.out(`${log.redactor.redact(writeCatalog(withoutVirtual(catalog)))}\n`);
    return 0;
  },
};
