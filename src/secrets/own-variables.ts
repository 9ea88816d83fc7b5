const kept = new Map<string, string>();

/** Keep something as a variable of this process alone: commands that it starts do not see it. */
export function keepVariable(name: string, value: string): void {
  kept.set(name, value);
  delete process.env[name];
}

/** The variables that this process keeps for itself. */
export function ownVariables(): Readonly<Record<string, string>> {
  return Object.fromEntries(kept);
}
