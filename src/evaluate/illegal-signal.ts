import { Failure } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import { BreakSignal, NextSignal, type Signal } from "./control.ts";

/** The error of a `next()`, `break()` or `return()` that nothing around it could take; Puppet names only the line. */
export function illegalSignal(signal: Signal): Failure {
  const name = signalName(signal);
  return new Failure({
    code: `ILLEGAL_${name.toUpperCase()}`,
    severity: "error",
    message: `${name}() from context where this is illegal`,
    place: signal.place && lineOnly(signal.place),
  });
}

function signalName(signal: Signal): string {
  if (signal instanceof NextSignal) return "next";
  return signal instanceof BreakSignal ? "break" : "return";
}

function lineOnly({ file, line }: Place): Place {
  return { file: file ?? "unknown", line };
}
