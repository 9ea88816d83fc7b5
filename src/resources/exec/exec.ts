import { fail } from "../../diagnostics/failure.ts";
import type { Relations } from "../../graph/automatic-relationships.ts";
import { defineType } from "../define.ts";
import { absolutePath, bool, list, oneOf, str, withDefault } from "../kind.ts";
import { isUnqualified, programOf } from "./command-line.ts";
import {
  commandLine,
  commandLines,
  environmentSettings,
  searchPath,
  seconds,
  tries,
  trySleep,
  umask,
} from "./exec-kinds.ts";

/** A command that is run unless something shows that it need not be. */
export const exec = defineType({
  name: "exec",
  doc: "Runs a command. It must be able to run many times without harm, or be kept from it by a condition.",
  key: "command",
  sameKeyAllowed: true,
  settings: {
    command: commandLine,
    path: searchPath,
    user: str,
    group: str,
    cwd: absolutePath("cwd"),
    logoutput: withDefault(oneOf("true", "false", "on_failure"), "on_failure"),
    refresh: commandLine,
    environment: environmentSettings,
    umask,
    timeout: withDefault(seconds, 300),
    tries: withDefault(tries, 1),
    try_sleep: withDefault(trySleep, 0),
    refreshonly: withDefault(bool, false),
    creates: list(absolutePath("creates")),
    unless: commandLines,
    onlyif: commandLines,
  },
  state: { returns: withDefault(list(str), ["0"]) },
  traits: { returns: { event: () => "executed_command", message: () => "executed successfully" } },
  validate({ provider, path, command, name, refresh, unless = [], onlyif = [] }) {
    if (provider === "shell" || path !== undefined) return;
    for (const one of [command ?? name, ...unless, ...onlyif, ...(refresh === undefined ? [] : [refresh])]) {
      if (isUnqualified(one)) fail("UNQUALIFIED_COMMAND", unqualified(programOf(one)));
    }
  },
  /** A secret among the commands makes all of them secret, as their words turn up in each other's messages. */
  secrets: (names) => (COMMANDS.some((name) => names.has(name)) ? COMMANDS : []),
  relations: ({ cwd, command, name, unless = [], onlyif = [], user }): Relations => ({
    require: {
      File: [
        ...(cwd === undefined ? [] : [cwd]),
        ...[command ?? name, ...unless, ...onlyif].flatMap(filesIn),
      ],
      User: user === undefined || /^\d+$/.test(user) ? [] : [user],
    },
  }),
});

const COMMANDS = ["command", "unless", "onlyif"];

function unqualified(program: string): string {
  return `'${program}' is not qualified and no path was specified. Please qualify the command or specify a path.`;
}

/** The file a command line begins with, when it is written with its path. */
function filesIn(line: string | readonly string[]): string[] {
  const first = typeof line === "string" ? line : (line[0] ?? "");
  return [/^(\/\S+)/.exec(first)?.[1], /^"([^"]+)"/.exec(first)?.[1]].filter((path) => path !== undefined);
}
