import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { SecretFailure } from "../secret-failure.ts";

const EDITORS = [
  "/usr/bin/sensible-editor",
  "/usr/bin/editor",
  "/usr/bin/vim",
  "/usr/bin/vi",
  "/usr/bin/nano",
];
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/** Have a person edit a file; fails when the editor does, or when this program is told to end meanwhile. */
export async function runEditor(file: string, env: NodeJS.ProcessEnv): Promise<void> {
  const editor = env.EDITOR ?? env.VISUAL ?? EDITORS.find((path) => existsSync(path));
  if (editor === undefined || editor === "")
    throw new SecretFailure("Editor not found. Please set your EDITOR env variable");
  // The editor takes the shell's place, so that a signal reaches it; variables set before it need the shell.
  const start = /^\s*\w+=/.test(editor) ? "" : "exec ";
  const child = spawn("/bin/sh", ["-c", `${start}${editor} "$1"`, "sh", file], { stdio: "inherit", env });
  let caught: string | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    caught = signal;
    child.kill(signal === "SIGINT" ? "SIGTERM" : signal);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (status, signal) => resolve(status ?? (signal ? 1 : 0)));
    });
    if (caught !== undefined) throw new SecretFailure(`Caught ${caught}: the file is as it was`);
    if (code !== 0) throw new SecretFailure(`Editor did not exit successfully (exit code ${code}), aborting`);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
