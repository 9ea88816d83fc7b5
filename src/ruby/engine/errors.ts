/** Where Ruby code is: a file of a module, or of the Ruby layer. */
export interface RubyFrame {
  readonly file: string;
  readonly line: number;
}

/** What a Ruby exception says of itself when it leaves Ruby. */
export interface RubyExceptionReport {
  readonly class: string;
  /** The names of its class and of those that it descends from. */
  readonly ancestors: readonly string[];
  readonly message: string;
  readonly backtrace: readonly RubyFrame[];
  /** Where Ruby keeps it, so that it is the same one when it comes back. */
  readonly id: number;
  /** The number of the JavaScript error that it stands for. */
  readonly thrown?: number | undefined;
  /** Further members, such as the data of an error or the exit status of `exit`. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** A Ruby exception that nothing in Ruby rescued. */
export class RubyException extends Error {
  readonly report: RubyExceptionReport;

  constructor(report: RubyExceptionReport) {
    super(report.message);
    this.report = report;
  }

  /** Whether it is of a class, by name. */
  is(name: string): boolean {
    return this.report.ancestors.includes(name);
  }
}

/** Why an instance ended. */
export type RubyEndReason = "deadline" | "exit" | "memory" | "stack" | "crash";

/** The instance of Ruby ended while it worked: what was in hand failed, and the next call begins with a fresh one. */
export class RubyEnded extends Error {
  readonly reason: RubyEndReason;

  constructor(reason: RubyEndReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A defect of this program or its build, never of a module. */
export class RubyLayerError extends Error {}
