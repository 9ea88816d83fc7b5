import { fstatSync, writeFileSync } from "node:fs";
import type { LogLevel } from "../diagnostics/log.ts";
import { logText } from "../report/log-text.ts";
import type { Terminal } from "../report/terminal.ts";

/** Priorities that journald reads at the start of a line (sd-daemon(3)). */
const PRIORITIES: readonly (readonly [begins: RegExp, priority: number])[] = [
  [/^(Error|Critical|Alert|Emergency): /, 3],
  [/^Warning: /, 4],
  [/^Notice: /, 5],
  [/^Info: /, 6],
  [/^Debug: /, 7],
];
const NOTICE = 5;
const MOST_KEPT = 20;

/** Where `boot` speaks to besides its terminal. */
export interface BootLogOptions {
  /** A device for people at a serial console, e.g. `/dev/console`. */
  readonly console: string | undefined;
  readonly journal: boolean;
}

/** What `boot` and the runs within it say: to the terminal or the journal, to the console, and to the status. */
export class BootLog {
  readonly terminal: Terminal;
  readonly #console: string | undefined;
  readonly #errors: string[] = [];
  readonly #warnings: string[] = [];
  #quietConsole = false;

  constructor(terminal: Terminal, { console, journal }: BootLogOptions) {
    this.#console = console;
    const mark = journal ? prioritised : (text: string) => text;
    const through = (write: (text: string) => void) => (text: string) => {
      this.#notice(text);
      write(mark(text));
    };
    this.terminal = {
      out: through(terminal.out),
      err: through(terminal.err),
      isTerminal: terminal.isTerminal && !journal,
    };
  }

  /** The errors and warnings said so far, as many as a person reads. */
  get said(): { readonly errors: readonly string[]; readonly warnings: readonly string[] } {
    return { errors: [...this.#errors], warnings: [...this.#warnings] };
  }

  /** Forget what an earlier pass said, when a later one has mended it. */
  forget(): void {
    this.#errors.length = 0;
    this.#warnings.length = 0;
  }

  /** A line of `boot` itself, which the console shows too. */
  say(level: LogLevel, message: string, detail: readonly string[] = []): void {
    if (level !== "err" && level !== "warning") this.#toConsole(message);
    const line = [logText({ level, message }, this.terminal.isTerminal), ...detail, ""].join("\n");
    (level === "err" || level === "warning" ? this.terminal.err : this.terminal.out)(line);
  }

  #notice(text: string): void {
    const plain = text.replace(/\u001b\[[\d;]*m/g, "");
    for (const line of plain.split("\n")) {
      if (/^(Error|Critical|Alert|Emergency): /.test(line)) this.#keep(this.#errors, line);
      if (line.startsWith("Warning: ")) this.#keep(this.#warnings, line);
    }
  }

  #keep(kept: string[], line: string): void {
    this.#toConsole(line);
    if (kept.length < MOST_KEPT) kept.push(line.replace(/^\w+: /, ""));
  }

  /** A console that cannot be written to is no reason to stop. */
  #toConsole(line: string): void {
    if (this.#console === undefined || this.#quietConsole) return;
    try {
      writeFileSync(this.#console, `nostrings: ${line}\r\n`, { flag: "a" });
    } catch {
      this.#quietConsole = true;
    }
  }
}

/** Whether a stream of this process is the journal (systemd.exec(5), $JOURNAL_STREAM). */
export function isJournal(descriptor: number, named = process.env.JOURNAL_STREAM): boolean {
  if (named === undefined) return false;
  const { dev, ino } = fstatSync(descriptor);
  return named === `${dev}:${ino}`;
}

/** Lines with their priority; those that belong to the one before have its. */
export function prioritised(text: string): string {
  let priority = NOTICE;
  return text.replace(/^.+$/gm, (line) => {
    priority = PRIORITIES.find(([begins]) => begins.test(line))?.[1] ?? priority;
    return `<${priority}>${line}`;
  });
}
