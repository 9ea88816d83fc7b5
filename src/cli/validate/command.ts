import { existsSync } from "node:fs";
import { relative } from "node:path";
import { openEnvironment, siteNamedBy } from "../../run/site.ts";
import type { Command } from "../command.ts";
import { settingsOf } from "../settings.ts";
import { runValidate } from "./validate.ts";

/** The manifests of the current directory, and those of its modules if it has any. */
function filesOfSite(modulepath: readonly string[]): string[] {
  const own = modulepath.filter((folder) => existsSync(folder)).map((folder) => relative(".", folder));
  return ["manifests", ...own.filter((folder) => !folder.startsWith(".."))];
}

export const validate: Command = {
  name: "validate",
  usage: "validate [OPTION...] [FILE|DIRECTORY...]",
  summary: "Check the syntax of manifests and EPP templates; without a file, those of the site",
  options: [{ name: "json", help: "Print what was found as JSON" }],
  settings: true,
  async run({ options, positionals, terminal }) {
    const settings = settingsOf(options);
    const { name, modulepath, manifest } = openEnvironment(siteNamedBy(positionals), settings);
    const strict = (["off", "warning", "error"] as const).find((word) => word === settings.text("strict"));
    const answer = runValidate({
      files: positionals.length === 0 ? filesOfSite(modulepath) : positionals,
      json: options.switch("json") === true || options.value("render_as") === "json",
      tasks: settings.isOn("tasks"),
      maxErrors: settings.number("max_errors"),
      maxWarnings: settings.number("max_warnings"),
      ...(strict === undefined ? {} : { strict }),
      environment: name,
      modulepath,
      manifest,
    });
    terminal.out(answer.out);
    terminal.err(answer.err);
    return answer.exitCode;
  },
};
