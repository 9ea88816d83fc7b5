import { LOG_LEVELS, type LogLevel } from "../../diagnostics/log.ts";
import { settingValue } from "../../evaluate/settings-variables.ts";
import { PUPPET_VERSION } from "../../facts/facts.ts";
import type { AnswerContext, Answers } from "./answers.ts";

/** Puppet as a program: its log, version, settings, and what its context holds. */
export function puppetAnswers(context: AnswerContext): Answers {
  return {
    log: (
      level: string,
      message: string,
      source: string | null,
      file: string | null,
      line: bigint | null,
    ) => {
      context.log({
        level: LOG_LEVELS.find((known) => known === level) ?? ("notice" satisfies LogLevel),
        message,
        ...(source === null ? {} : { source }),
        ...(line === null ? {} : { place: { file: file ?? undefined, line: Number(line) } }),
      });
      return null;
    },
    "puppet.version": () => PUPPET_VERSION,
    "puppet.setting": (name: string) => setting(name),
    "puppet.lookup": (name: string) => lookedUp(name),
  };

  function setting(name: string) {
    const { settings, environment, node } = context.compilation();
    if (name === "environment") return environment.name;
    if (name === "modulepath") return environment.modulepath.join(":");
    if (name === "certname") return node.name;
    return settingValue(name, settings) ?? null;
  }

  function lookedUp(name: string) {
    const { topScope } = context.compilation();
    return name === "global_scope" ? topScope : null;
  }
}
