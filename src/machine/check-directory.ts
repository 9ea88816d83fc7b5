import type { Machine } from "./machine.ts";

/** Fails in Puppet's words unless the directory a command is to run in is there. */
export function checkDirectory(path: string | undefined, machine: Machine): void {
  if (path !== undefined && machine.stat(path)?.kind !== "directory")
    throw new Error(`Working directory ${path} does not exist!`);
}
