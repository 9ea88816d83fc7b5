import { applyCatalog } from "../../src/apply/apply.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { LinuxMachine } from "../../src/machine/linux.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { compile } from "../../src/nostrings.ts";
import { issueText } from "../../src/report/issue-text.ts";
import { logText } from "../../src/report/log-text.ts";
import { Redactor } from "../../src/report/redactor.ts";
import { Hash } from "../../src/values/hash.ts";

/** What a manifest prints when it is applied to this machine; with `-v` Info lines too. */
export async function consoleOf(code: string, options: readonly string[]): Promise<string> {
  const machine = new LinuxMachine();
  const redactor = new Redactor();
  const lines: string[] = [];
  const verbose = options.includes("-v");
  const log = (entry: LogEntry): void => {
    if (
      entry.level === "debug" ||
      (entry.level === "info" && !verbose) ||
      entry.message.startsWith("Applying conf")
    )
      return;
    lines.push(redactor.redact(logText(entry, false)));
  };
  const environment = directoryEnvironment("production", "/nonexistent", { modulepath: [] });
  const host = { fact: () => undefined, command: (name: string) => machine.which(name), exists: () => false };
  const wordsAfter = (name: string): string[] =>
    options.includes(name) ? options[options.indexOf(name) + 1]!.split(",") : [];
  try {
    const { catalog } = compile({
      environment,
      code,
      certname: "node",
      facts: Hash.empty,
      hieraConfig: "/nonexistent/hiera.yaml",
    });
    await applyCatalog(catalog, {
      ...{ machine, host, log, redactor },
      noop: options.includes("--noop"),
      showDiff: options.includes("--show_diff"),
      tags: wordsAfter("--tags"),
      skipTags: wordsAfter("--skip_tags"),
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    lines.push(
      issueText({ ...error.issue, hint: undefined, related: [] }, { colour: false, excerpt: false }),
    );
  }
  return lines.join("\n");
}
