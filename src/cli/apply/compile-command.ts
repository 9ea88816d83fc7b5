import { withoutVirtual } from "../../catalog/select.ts";
import { writeCatalog } from "../../catalog/write-catalog.ts";
import { compileSite } from "../../run/compile-site.ts";
import { TRUST_OPTIONS, withBundle } from "../bundle/target.ts";
import type { Command, Invocation } from "../command.ts";
import { commandLog } from "../command-log.ts";
import { FACT_OPTIONS } from "../facts/fact-options.ts";
import { redactedError } from "../redacted-error.ts";
import { settingsOf } from "../settings.ts";
import { COMPILE_OPTIONS, compileRequest, namedSite } from "./request.ts";

export const compile: Command = {
  name: "compile",
  usage: "compile [OPTION...] [MANIFEST|DIRECTORY|BUNDLE]",
  summary: "Print the catalog of a manifest or a site as JSON, as `puppet catalog compile` does",
  options: [
    ...COMPILE_OPTIONS,
    {
      name: "node",
      value: "NAME",
      help: "Compile for this node; with --facts, for another machine than this",
    },
    ...FACT_OPTIONS,
    ...TRUST_OPTIONS,
    {
      name: "stub_secrets",
      help: "Put a placeholder where a value cannot be decrypted, so that no key is needed",
    },
    { name: "verbose", short: "v", help: "Tell more" },
    { name: "debug", short: "d", help: "Tell everything" },
  ],
  settings: true,
  run: (invocation) => {
    const { terminal } = invocation;
    const talking = { ...invocation, terminal: { ...terminal, out: terminal.err } };
    return withBundle(talking, async (opened) => {
      terminal.out(compiledText(opened));
      return 0;
    });
  },
};

/** The catalog as JSON; what is told on the way goes where the invocation's terminal has it. */
function compiledText(invocation: Invocation): string {
  const settings = settingsOf(invocation.options);
  const log = commandLog(invocation, settings, invocation.terminal);
  try {
    const { catalog } = compileSite({
      ...compileRequest(invocation.options, settings, log),
      ...namedSite(invocation),
      interruption: invocation.interruption,
    });
    return `${log.redactor.redact(writeCatalog(withoutVirtual(catalog)))}\n`;
  } catch (error) {
    throw redactedError(error, log.redactor);
  }
}
