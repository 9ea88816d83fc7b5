import { readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../diagnostics/log.ts";
import { nativePath } from "../machine/native-path.ts";
import { isRunning, type RunRecord } from "../machine/run-record.ts";

/** Seconds that a command of a killed run is waited for: as long as an exec may take, unless it says otherwise. */
const LONGEST_WAIT = 300;
const LOOK_AGAIN = 100;

/** Sweep what a killed run left: temporary files are removed, commands that still run are waited for. */
export async function clearKilledRun(record: RunRecord, log: Log, goOn: () => void): Promise<void> {
  const { files, commands } = record.unfinished();
  for (const file of files) {
    rmSync(nativePath(file), { force: true });
    log({ level: "info", message: `Removed ${file}: a run that was killed left it` });
  }
  for (const command of commands) {
    const name = `process ${command.pid} (${commandName(command.pid)})`;
    log({ level: "warning", message: `A run was killed, and its command still runs: waiting for ${name}` });
    const until = Date.now() + LONGEST_WAIT * 1000;
    while (isRunning(command) && Date.now() < until) {
      await sleep(LOOK_AGAIN);
      goOn();
    }
    if (isRunning(command))
      log({ level: "warning", message: `${name} still runs after ${LONGEST_WAIT} s; going on beside it` });
  }
}

function commandName(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "ended";
  }
}
