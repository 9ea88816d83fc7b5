import { checkDirectory } from "./check-directory.ts";
import { checkProgram } from "./check-program.ts";
import type { Command, CommandResult } from "./command.ts";
import { describeStep, HIDDEN_COMMAND } from "./describe-step.ts";
import type { Machine } from "./machine.ts";
import { Masked, unmasked } from "./masked.ts";
import type { Voice } from "./perform.ts";
import type { RunOptions, RunStep, Word } from "./step.ts";

/** Why a command failed that the end of the run has cut off. */
export const INTERRUPTED_COMMAND = "Command was interrupted: it did not end within the time of grace";

/** Run a command until it succeeds or its tries are used up; show its output as told; throw when it failed. */
export async function performRun(step: RunStep, machine: Machine, voice: Voice): Promise<void> {
  const { returns = ["0"], output, program } = step.options;
  if (program !== undefined) checkProgram(program, machine);
  checkDirectory(step.options.cwd, machine);
  const result = await lastTry(step, machine, voice);
  const good = returns.includes(String(result.code));
  if (output === "always" || (output === "on_failure" && !good)) showOutput(step, result, voice);
  if (good) return;
  const called = describeStep(step);
  if (step.options.evidence !== undefined) throw await testified(step.options.evidence, machine);
  if (step.options.returns === undefined) throw didNotReturn(called, result, step.options.blame);
  const quoted = called === HIDDEN_COMMAND ? called : `'${called}'`;
  throw new Error(`${quoted} returned ${result.code} instead of one of [${returns.join(",")}]`);
}

async function testified(
  { words, argv }: NonNullable<RunOptions["evidence"]>,
  machine: Machine,
): Promise<Error> {
  const { output } = await machine.run({ argv });
  return new Error(words + output.trimEnd());
}

/** What Puppet's providers say when a command fails. */
export function didNotReturn(called: string, { code, output, trouble }: CommandResult, blame = ""): Error {
  return new Error(`${blame}Execution of '${called}' returned ${code}: ${trouble ?? output.trim()}`);
}

async function lastTry(step: RunStep, machine: Machine, voice: Voice): Promise<CommandResult> {
  const { tries = 1, trySleep = 0, returns = ["0"] } = step.options;
  for (let attempt = 1; ; attempt++) {
    if (tries > 1) voice.say("debug", `Exec try ${attempt}/${tries}`, step.options.speaker);
    const result = await runOnce(step, machine, voice);
    if (returns.includes(String(result.code)) || attempt >= tries || voice.asked?.aborted) return result;
    if (trySleep > 0) {
      voice.say("debug", `Sleeping for ${trySleep} seconds between tries`, step.options.speaker);
      await Promise.race([machine.sleep(trySleep), aborted(voice.asked)]);
      if (voice.asked?.aborted) return result;
    }
  }
}

/** Comes when the signal is aborted. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));
}

async function runOnce(step: RunStep, machine: Machine, voice: Voice): Promise<CommandResult> {
  const { options } = step;
  voice.say("debug", `Executing: '${describeStep(step)}'`, "nobody");
  const result = await machine.run(commandOf(step, voice.cut));
  if (result.timedOut) throw new Error("Command exceeded timeout");
  if (result.interrupted) throw new Error(INTERRUPTED_COMMAND);
  if (result.trouble !== undefined) {
    voice.say("err", `Could not execute posix command: ${result.trouble}`, "nobody");
  }
  if (options.returns !== undefined && result.code === 127) throw new Error(result.output.trimEnd());
  return result;
}

/** What the machine is told, secrets and all. */
function commandOf({ argv, options }: RunStep, signal: AbortSignal | undefined): Command {
  const { cwd, user, group, umask, timeout, apart, env, input, stoppable } = options;
  return {
    ...{ cwd, user, group, umask, timeout, apart },
    argv: argv.map(unmasked),
    env: env && unmaskedVariables(env),
    input: input === undefined ? undefined : unmasked(input),
    signal: stoppable ? signal : undefined,
  };
}

function showOutput(step: RunStep, { output }: CommandResult, voice: Voice): void {
  if (step.argv.some((word) => word instanceof Masked)) {
    voice.say(voice.level, "[output redacted]", step.options.speaker);
    return;
  }
  for (const line of linesOf(output)) voice.say(voice.level, line, step.options.speaker);
}

/** The lines of a command's output as Ruby's `split(/\n/)` gives them: empty ones at the end dropped. */
export function linesOf(output: string): string[] {
  const lines = output.split("\n");
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function unmaskedVariables(
  env: Readonly<Record<string, Word | undefined>>,
): Record<string, string | undefined> {
  const entries = Object.entries(env).map(([name, word]) => [
    name,
    word === undefined ? undefined : unmasked(word),
  ]);
  return Object.fromEntries(entries) as Record<string, string | undefined>;
}
