/** A command line for a shell, or a program with its arguments. */
export type CommandLine = string | readonly string[];

/** What a shell would have to look at: anything else is split at blanks and run without one, as Ruby does. */
const SHELL_SIGNS = /[*?{}[\]<>()~&|\\$;'`"\n#=%]/;

/** The program of a command line: its first word, or what its first quotes hold. */
export function programOf(line: CommandLine): string {
  if (typeof line !== "string") return line[0] ?? "";
  const quoted = /^"([^"]+)"|^'([^']+)'/.exec(line);
  return quoted?.[1] ?? quoted?.[2] ?? line.split(" ")[0] ?? "";
}

export function isUnqualified(line: CommandLine): boolean {
  return !programOf(line).startsWith("/");
}

/** The words to run. */
export function argvOf(line: CommandLine): readonly string[] {
  if (typeof line !== "string") return line;
  return SHELL_SIGNS.test(line) ? ["/bin/sh", "-c", line] : line.trim().split(/\s+/);
}

/** A command line in messages, arrays as Ruby's `inspect` of them joined by blanks. */
export function shownLine(line: CommandLine): string {
  return typeof line === "string" ? line : `[${line.map((word) => JSON.stringify(word)).join(", ")}]`;
}
