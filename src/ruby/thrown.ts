import { Failure } from "../diagnostics/failure.ts";
import { puppetText } from "../diagnostics/puppet-text.ts";
import { BreakSignal, NextSignal, ReturnSignal } from "../evaluate/control.ts";
import { RubyException } from "./engine/errors.ts";

const ARGUMENT_CODES: ReadonlySet<string> = new Set(["ARGUMENT_ERROR", "UNKNOWN_FUNCTION", "TYPE_MISMATCH"]);

/** What something thrown here is to Ruby code: the class of the exception that Puppet would raise, and its message. */
export function describeThrown(thrown: unknown): { readonly class: string; readonly message: string } {
  if (thrown instanceof NextSignal) return { class: "Puppet::Pops::Evaluator::Next", message: "next" };
  if (thrown instanceof ReturnSignal) return { class: "Puppet::Pops::Evaluator::Return", message: "return" };
  if (thrown instanceof BreakSignal)
    return { class: "Puppet::Pops::Evaluator::PuppetStopIteration", message: "break" };
  if (thrown instanceof RubyException) return { class: thrown.report.class, message: thrown.report.message };
  if (thrown instanceof Failure) return { class: classOf(thrown), message: puppetText(thrown.issue) };
  return {
    class: "Nostrings::ProgramError",
    message: thrown instanceof Error ? thrown.message : String(thrown),
  };
}

function classOf({ issue: { code, place } }: Failure): string {
  if (place !== undefined) return "Puppet::PreformattedError";
  return ARGUMENT_CODES.has(code) ? "ArgumentError" : "Puppet::ParseError";
}
