import { checkDirectory } from "../../machine/check-directory.ts";
import { checkProgram } from "../../machine/check-program.ts";
import { HIDDEN_COMMAND } from "../../machine/describe-step.ts";
import type { Machine } from "../../machine/machine.ts";
import { Masked } from "../../machine/masked.ts";
import { INTERRUPTED_COMMAND, linesOf } from "../../machine/perform-run.ts";
import { type RunStep, runWith } from "../../machine/step.ts";
import type { WantedOf } from "../define.ts";
import type { Surroundings } from "../surroundings.ts";
import { argvOf, type CommandLine, programOf, shownLine } from "./command-line.ts";
import { exec } from "./exec.ts";

/** An exec as its providers see it. */
export type WantedExec = WantedOf<typeof exec>;

/** What a provider does to a command line before it is run. */
type Dressing = (line: CommandLine) => CommandLine;

const asGiven: Dressing = (line) => line;
const inShell: Dressing = (line) => ["/bin/sh", "-c", typeof line === "string" ? line : line.join(" ")];

/** Runs commands directly; a shell is used only when the command line has signs for one. */
export const posix = exec.provider({
  name: "posix",
  doc: "Runs the program directly.",
  read: (wanted, machine, around) => readWith(wanted, machine, around, asGiven),
  change: { returns: (_to, wanted, _is, around) => [commandStep(wanted, around, asGiven)] },
  refresh: (wanted, is, around) => refreshSteps(wanted, is.returns, around, asGiven),
});

/** Runs every command through `/bin/sh`. */
export const shell = exec.provider({
  name: "shell",
  doc: "Runs every command line through /bin/sh.",
  read: (wanted, machine, around) => readWith(wanted, machine, around, inShell),
  change: { returns: (_to, wanted, _is, around) => [commandStep(wanted, around, inShell)] },
  refresh: (wanted, is, around) => refreshSteps(wanted, is.returns, around, inShell),
});

/** `notrun` when the command should be run, else what would make it right. */
async function readWith(wanted: WantedExec, machine: Machine, around: Surroundings, dress: Dressing) {
  const run = await shouldRun(wanted, machine, around, dress);
  return { returns: run ? ("notrun" as const) : wanted.returns };
}

async function shouldRun(
  wanted: WantedExec,
  machine: Machine,
  around: Surroundings,
  dress: Dressing,
): Promise<boolean> {
  const refused = await failedCheck(wanted, machine, around, dress);
  if (refused === undefined) return true;
  const shown = around.secret.has("command") ? HIDDEN_COMMAND : shownLine(lineOf(wanted));
  around.say("debug", `'${shown}' won't be executed because of failed check '${refused}'`);
  return false;
}

/** The first condition against running, in Puppet's order. */
async function failedCheck(
  wanted: WantedExec,
  machine: Machine,
  around: Surroundings,
  dress: Dressing,
): Promise<string | undefined> {
  const { refreshonly, creates = [], unless = [], onlyif = [] } = wanted;
  if (refreshonly && !around.refreshing) return "refreshonly";
  for (const path of creates) {
    around.say("debug", `Checking that 'creates' path '${path}' exists`, "creates");
    if (machine.stat(path) !== undefined) return "creates";
  }
  for (const line of unless)
    if (!((await check("unless", line, wanted, machine, around, dress)) > 0)) return "unless";
  for (const line of onlyif)
    if ((await check("onlyif", line, wanted, machine, around, dress)) !== 0) return "onlyif";
  return undefined;
}

/** The exit code of a condition; NaN when it took too long, which speaks against running. */
async function check(
  name: "unless" | "onlyif",
  line: CommandLine,
  wanted: WantedExec,
  machine: Machine,
  around: Surroundings,
  dress: Dressing,
): Promise<number> {
  const dressed = dress(line);
  const secret = around.secret.has(name);
  checkProgram({ name: programOf(dressed), searchPath: wanted.path }, machine);
  checkDirectory(wanted.cwd, machine);
  around.say("debug", `Executing check '${secret ? "[redacted]" : shownLine(line)}'`);
  const result = await machine.run({
    argv: argvOf(dressed),
    ...circumstances(wanted, around),
    signal: around.cut,
  });
  if (result.timedOut) {
    around.say("err", `Check ${JSON.stringify(secret ? "[redacted]" : line)} exceeded timeout`, name);
    return Number.NaN;
  }
  if (result.interrupted) throw new Error(INTERRUPTED_COMMAND);
  if (result.code === 127) throw new Error(result.output.trimEnd());
  for (const text of secret ? ["[output redacted]"] : linesOf(result.output)) around.say("debug", text, name);
  return result.code;
}

function refreshSteps(
  wanted: WantedExec,
  returns: unknown,
  around: Surroundings,
  dress: Dressing,
): RunStep[] {
  if (returns !== "notrun") return [];
  if (wanted.refresh === undefined) return [commandStep(wanted, around, dress)];
  return [stepFor(dress(wanted.refresh), wanted, around, { returns: ANY_CODE })];
}

/** A refresh command may end as it likes. */
const ANY_CODE = Array.from({ length: 256 }, (_, code) => String(code)).filter((code) => code !== "127");

function commandStep(wanted: WantedExec, around: Surroundings, dress: Dressing): RunStep {
  const { returns, tries, try_sleep: trySleep, logoutput } = wanted;
  const output = logoutput === "false" ? undefined : logoutput === "true" ? "always" : logoutput;
  const secret = around.secret.has("command");
  const called = secret ? HIDDEN_COMMAND : shownLine(lineOf(wanted));
  return stepFor(dress(lineOf(wanted)), wanted, around, { returns, tries, trySleep, output, called });
}

function stepFor(
  line: CommandLine,
  wanted: WantedExec,
  around: Surroundings,
  options: RunStep["options"],
): RunStep {
  const secret = around.secret.has("command");
  const words = argvOf(line).map((word) => (secret ? new Masked(word) : word));
  const program = { name: programOf(line), searchPath: wanted.path };
  return runWith(
    {
      ...circumstances(wanted, around.noop ? SILENT : around),
      ...options,
      program,
      speaker: "/returns",
      stoppable: true,
    },
    ...words,
  );
}

/** What is odd about the environment is told when a command is run, not when it would be. */
const SILENT: Telling = { say: () => {}, warnOnce: () => {} };

function circumstances(wanted: WantedExec, around: Telling) {
  const { cwd, user, group, umask, timeout } = wanted;
  return { cwd, user, group, umask, timeout, env: environmentOf(wanted, around) };
}

function lineOf({ command, name }: WantedExec): CommandLine {
  return command ?? name;
}

/** How warnings are told. */
export type Telling = Pick<Surroundings, "say" | "warnOnce">;

/** The variables a command gets beside those of this process; a later setting of one name wins, with a warning. */
export function environmentOf(
  {
    path,
    environment = [],
  }: { readonly path: readonly string[] | undefined; readonly environment: readonly string[] | undefined },
  { say, warnOnce }: Telling,
): Record<string, string> {
  const env: Record<string, string> = path === undefined ? {} : { PATH: path.join(":") };
  for (const setting of environment) {
    const match = /^(\w+)=([\s\S]*)$/.exec(setting);
    if (match === null) {
      say("warning", `Cannot understand environment setting ${JSON.stringify(setting)}`);
      continue;
    }
    const [, name = "", value = ""] = match;
    if (name in env) say("warning", `Overriding environment setting '${name}' with '${value}'`);
    if (value === "") warnOnce(`Empty environment setting '${name}'`, true);
    env[name] = value;
  }
  return env;
}
