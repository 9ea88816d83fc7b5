import type { Machine } from "./machine.ts";
import type { Program } from "./step.ts";

/** Fails in Puppet's words unless a program is there and can be executed. */
export function checkProgram({ name, searchPath }: Program, machine: Machine): void {
  if (!name.startsWith("/")) {
    if (searchPath === undefined || machine.which(name, searchPath) === undefined) throw notFound(name);
    return;
  }
  const found = machine.stat(name);
  if (found === undefined) throw notFound(name);
  if (found.kind !== "file") throw new Error(`'${name}' is a ${found.kind}, not a file`);
  if (!machine.executable(name)) throw new Error(`'${name}' is not executable`);
}

function notFound(name: string): Error {
  return new Error(`Could not find command '${name}'`);
}
