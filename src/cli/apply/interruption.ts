const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Do something that SIGINT, SIGTERM and SIGHUP end in an orderly way: the signal given is aborted, once. */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  told: (name: string) => void,
): Promise<T> {
  const abort = new AbortController();
  const stop = (name: string) => {
    if (!abort.signal.aborted) told(name);
    abort.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  try {
    return await work(abort.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, stop);
  }
}
