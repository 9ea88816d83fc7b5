import { extname } from "node:path";
import { rubyTime } from "../values/ruby/time.ts";
import type { TimedEntry } from "./report-data.ts";

/** How an entry is written to a log file; `begun`: whether there are entries in it already. */
export type LogForm = (entry: TimedEntry, begun: boolean) => string;

/** The forms of log files by the ending of their names; others are written as Puppet writes them. */
const FORMS: Readonly<Record<string, LogForm>> = { ".json": jsonItem, ".jsonl": jsonLine };

export function logForm(file: string): LogForm {
  return FORMS[extname(file)] ?? fileLine;
}

/** As Puppet writes log files: when, who, how bad, what. */
function fileLine({ time, source = "Puppet", level, message }: TimedEntry): string {
  return `${rubyTime(time)} ${source} (${level}): ${message}\n`;
}

/** An element of an array that is never closed, as Puppet's: the next run goes on with it. */
function jsonItem(entry: TimedEntry, begun: boolean): string {
  return `${begun ? "," : "["}\n${jsonLine(entry)}`;
}

function jsonLine({ time, source = "Puppet", level, message, place }: TimedEntry): string {
  const { file, line } = place ?? {};
  return `${JSON.stringify({ level, message, source, tags: [level], time: time.toISOString(), file, line })}\n`;
}
