/**
 * Keep SIGUSR1 and SIGUSR2 from doing anything. By the first, Node opens its debugger, to which whoever reaches the
 * port may give code to run; by the second, a process ends.
 */
export function ignoreUnusedSignals(): void {
  for (const name of ["SIGUSR1", "SIGUSR2"] as const)
    if (process.listenerCount(name) === 0) process.on(name, () => undefined);
}
