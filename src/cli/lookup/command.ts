import { fail } from "../../diagnostics/failure.ts";
import { type CompileOptions, openScope, withinTimeout } from "../../nostrings.ts";
import { compileOptionsFor } from "../../run/compile-site.ts";
import { openEnvironment } from "../../run/site.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Hash } from "../../values/hash.ts";
import { compileRequest, TIMEOUT_OPTION, timeoutOf } from "../apply/request.ts";
import type { Command, Invocation } from "../command.ts";
import { type CommandLog, commandLog } from "../command-log.ts";
import { FACT_OPTIONS } from "../facts/fact-options.ts";
import { settingsOf } from "../settings.ts";
import { runLookup } from "./lookup.ts";

export const lookup: Command = {
  name: "lookup",
  usage: "lookup [OPTION...] KEY...",
  summary: "Look up keys in Hiera's layers, as manifests would",
  options: [
    {
      name: "site",
      value: "DIRECTORY",
      help: "The site whose data is looked in; the current directory if it is one",
    },
    {
      name: "node",
      value: "NAME",
      help: "Look up for this node; with --facts, for another machine than this",
    },
    ...FACT_OPTIONS,
    { name: "compile", help: "Evaluate the manifests first, so that their variables are known" },
    { name: "merge", value: "STRATEGY", help: "first, unique, hash or deep" },
    { name: "knock_out_prefix", value: "PREFIX", help: "What removes a value in a deep merge" },
    { name: "sort_merged_arrays", help: "Sort arrays in a deep merge" },
    { name: "merge_hash_arrays", help: "Merge hashes within arrays in a deep merge" },
    { name: "type", value: "TYPE", help: "Fail unless the value is of this type" },
    { name: "default", value: "VALUE", help: "The value when there is none" },
    { name: "explain", help: "Tell where was looked and what was found" },
    { name: "explain_options", help: "Tell how lookup_options were found" },
    { name: "render_as", value: "FORMAT", help: "yaml, json or s" },
    TIMEOUT_OPTION,
    { name: "verbose", short: "v", help: "Tell more" },
    { name: "debug", short: "d", help: "Tell everything" },
  ],
  settings: true,
  async run(invocation) {
    const { options, positionals, terminal, asPuppet } = invocation;
    const settings = settingsOf(options);
    const log = commandLog(invocation, settings, { ...terminal, out: terminal.err });
    const on = (name: string) => options.switch(name) === true;
    const answer = withinTimeout({ timeout: timeoutOf(options) }, () =>
      runLookup(
        {
          keys: positionals,
          merge: options.value("merge"),
          knockOutPrefix: options.value("knock_out_prefix"),
          sortMergedArrays: on("sort_merged_arrays"),
          mergeHashArrays: on("merge_hash_arrays"),
          type: options.value("type"),
          defaultValue: options.value("default"),
          explain: on("explain"),
          explainOptions: on("explain_options"),
          renderAs: options.value("render_as"),
          places: !asPuppet,
        },
        () => openScope(compileOptions(invocation, settings, log), on("compile")),
      ),
    );
    const { redactor } = log;
    const explained = !asPuppet && (on("explain") || on("explain_options"));
    terminal.out(explained ? redactor.redact(answer.out) : answer.out);
    terminal.err(redactor.redact(answer.err));
    return answer.exitCode;
  },
};

function compileOptions({ options }: Invocation, settings: Settings, log: CommandLog): CompileOptions {
  const environment = openEnvironment(options.value("site"), settings, log.log);
  const found = compileOptionsFor(environment, compileRequest(options, settings, log));
  const factsFile = options.value("facts");
  if (factsFile !== undefined) checkTrustedFacts(found.facts, factsFile);
  return found;
}

const TRUSTED_INFORMATION = ["hostname", "domain", "fqdn", "clientcert"] as const;

/** Fail when a facts file replaces some but not all of the facts that say which machine it is. */
export function checkTrustedFacts(facts: Hash, file: string): void {
  const given = TRUSTED_INFORMATION.filter((name) => facts.has(name));
  if (given.length === 0 || given.length === TRUSTED_INFORMATION.length) return;
  const names = TRUSTED_INFORMATION.join(",");
  fail(
    "USAGE",
    `When overriding any of the ${names} facts with ${file} given via the --facts flag, they must all be overridden.`,
  );
}
