import { setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fail } from "../diagnostics/failure.ts";
import type { Log } from "../diagnostics/log.ts";
import type { Machine } from "../machine/machine.ts";
import { didNotReturn } from "../machine/perform-run.ts";
import { systemMessage } from "../machine/system-error.ts";
import type { Settings } from "../settings/settings.ts";

type Hook = "prerun_command" | "postrun_command";

/** The commands that the settings want before and after a catalog is applied. */
export class RunHooks {
  readonly #settings: Settings;
  readonly #machine: Machine;
  readonly #log: Log;

  constructor(settings: Settings, machine: Machine, log: Log) {
    this.#settings = settings;
    this.#machine = machine;
    this.#log = log;
  }

  /** The result of some work between the two commands, or undefined when one failed; the second runs in any case. */
  async around<T>(work: () => Promise<T>): Promise<T | undefined> {
    let result: T | undefined;
    let isDone = false;
    try {
      if (await this.#succeeds("prerun_command")) result = await work();
    } finally {
      isDone = await this.#succeeds("postrun_command");
    }
    return isDone ? result : undefined;
  }

  async #succeeds(hook: Hook): Promise<boolean> {
    const command = this.#settings.text(hook);
    if (command === "") return true;
    const result = await this.#machine.run({ argv: ["/bin/sh", "-c", command] });
    if (result.code === 0 && result.trouble === undefined) return true;
    const { message } = didNotReturn(command, result);
    this.#log({ level: "err", message: `Could not run command from ${hook}: ${message}` });
    return false;
  }
}

/** Wait for a random time when the settings want it, so that many machines do not begin at once. */
export async function splay(settings: Settings, log: Log): Promise<void> {
  if (!settings.isOn("splay")) return;
  const seconds = Math.floor(Math.random() * (settings.number("splaylimit") + 1));
  log({ level: "info", message: `Sleeping for ${seconds} seconds (splay is enabled)` });
  await sleep(seconds * 1000);
}

/** Run with the priority that the settings want; children have it too. */
export function usePriority(settings: Settings): void {
  const value = settings.value("priority");
  if (value === null) return;
  try {
    setPriority(Math.min(19, Math.max(-20, Number(value))));
  } catch (error) {
    fail("PRIORITY", `Could not set process priority to ${value}: ${systemMessage(error)}`);
  }
}

/** Commands are looked for where the setting `path` says; the directories of the system's own come last. */
export function useSearchPath(settings: Settings): void {
  const path = settings.text("path");
  if (path === "none") return;
  const directories = path.split(":");
  const own = ["/usr/sbin", "/sbin"].filter((directory) => !directories.includes(directory));
  process.env.PATH = [...directories, ...own].join(":");
}
