import type { LogEntry, LogLevel } from "../diagnostics/log.ts";
import { locationText } from "../diagnostics/puppet-text.ts";

/** How Puppet's console writes a level: its name, its colour, and whether it goes to standard error. */
interface LevelStyle {
  readonly name: string;
  readonly colour: string;
  readonly error: boolean;
}

const RESET = "\u001b[0m";
const STYLES: Readonly<Record<LogLevel, LevelStyle>> = {
  emerg: { name: "Emergency", colour: "\u001b[1;31m", error: true },
  alert: { name: "Alert", colour: "\u001b[1;31m", error: true },
  crit: { name: "Critical", colour: "\u001b[1;31m", error: true },
  err: { name: "Error", colour: "\u001b[1;31m", error: true },
  warning: { name: "Warning", colour: "\u001b[1;33m", error: true },
  notice: { name: "Notice", colour: RESET, error: false },
  info: { name: "Info", colour: "\u001b[0;32m", error: false },
  debug: { name: "Debug", colour: "\u001b[0;36m", error: false },
};

/** An entry as a line (or more) for the terminal; entries with an issue code end with their place. */
export function logText(entry: LogEntry, colour: boolean): string {
  const style = STYLES[entry.level];
  const location = entry.code === undefined ? "" : locationText(entry.place);
  const place = location === "" ? "" : ` ${location}`;
  const source = entry.source === undefined ? "" : `${entry.source}: `;
  return coloured(`${style.name}: ${source}${entry.message.replace(/\n$/, "")}${place}`, style, colour);
}

/** Whether entries of a level go to standard error, as Puppet's warnings and errors do. */
export function toStandardError(level: LogLevel): boolean {
  return STYLES[level].error;
}

/** A text in the colour of a level, when colours are wanted. */
export function inColourOf(level: LogLevel, text: string, colour: boolean): string {
  return coloured(text, STYLES[level], colour);
}

function coloured(text: string, style: LevelStyle, colour: boolean): string {
  return colour ? `${style.colour}${text}${RESET}` : text;
}
