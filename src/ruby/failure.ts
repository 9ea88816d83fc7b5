import { readFileSync } from "node:fs";
import { Failure } from "../diagnostics/failure.ts";
import type { Issue, Place, RelatedPlace } from "../diagnostics/issue.ts";
import { RUBY_ROOT } from "./engine/assets.ts";
import { RubyEnded, RubyException, type RubyFrame } from "./engine/errors.ts";

/** What Ruby code raised, or why it ended, as a failure with the Ruby file and line; everything else as it is. */
export function rubyFailure(thrown: unknown): unknown {
  if (thrown instanceof RubyException) return exceptionFailure(thrown);
  if (!(thrown instanceof RubyEnded)) return thrown;
  return new Failure(
    { code: "RUBY_ENDED", severity: "error", message: thrown.message, hint: HINTS[thrown.reason] },
    { cause: thrown },
  );
}

const HINTS: Readonly<Record<RubyEnded["reason"], string | undefined>> = {
  deadline: "A loop in it may have no end. --timeout says how long compiling may take.",
  exit: "Ruby code of modules runs inside of nostrings and cannot end it.",
  memory: undefined,
  stack: "Something calls itself without end.",
  crash: "The next Ruby code begins with a fresh Ruby.",
};

/** How much of a line of Ruby is shown. */
const LONGEST = 120;
const READ_ONLY =
  "While compiling, Ruby code may write in folders for temporary files and in vardir only: compiling must not change the machine.";

function exceptionFailure(exception: RubyException): Failure {
  const { report } = exception;
  const { file, line, words } = (report.details ?? {}) as { file?: string; line?: number; words?: string };
  const place: Place | undefined =
    line === undefined || line === null ? undefined : { file: file ?? undefined, line };
  const issue: Issue = {
    code: "RUBY_ERROR",
    severity: "error",
    message: messageOf(exception, place === undefined ? undefined : words),
    ...(place && { place }),
    hint: exception.is("Errno::EROFS") ? READ_ONLY : undefined,
    related: raisedAt(exception),
  };
  return new Failure(issue, { cause: exception });
}

function messageOf(exception: RubyException, words: string | undefined): string {
  const { class: name, message, details } = exception.report;
  if (exception.is("SystemExit")) return `Ruby code called exit (status ${String(details?.status)})`;
  if (exception.is("NoMemoryError")) return "Ruby code asked for more memory than it may have (1 GiB)";
  if (exception.is("NotImplementedError") && message === "") return name;
  return words ?? message;
}

/** Where it was raised: the innermost Ruby code that is no part of the Ruby layer or of Ruby's own library. */
function raisedAt({ report }: RubyException): readonly RelatedPlace[] {
  const frame = report.backtrace.find(isForeign) ?? syntaxErrorPlace(report.message);
  if (frame === undefined) return [];
  return [{ message: `raised in Ruby${excerpt(frame)}`, place: { file: frame.file, line: frame.line } }];
}

/** The line itself, as far as it can be read. */
function excerpt({ file, line }: RubyFrame): string {
  try {
    const text = readFileSync(file, "utf8").split("\n")[line - 1]?.trim() ?? "";
    return text === "" ? "" : `: ${text.slice(0, LONGEST)}`;
  } catch {
    return "";
  }
}

function isForeign({ file }: RubyFrame): boolean {
  return file.startsWith("/") && !file.startsWith(`${RUBY_ROOT}/`);
}

/** `/a/b.rb:3: syntax error, ...` */
function syntaxErrorPlace(message: string): RubyFrame | undefined {
  const match = /(?:^|Detail: )(\/[^:\n]+):(\d+): /m.exec(message);
  return match === null ? undefined : { file: match[1]!, line: Number(match[2]) };
}
