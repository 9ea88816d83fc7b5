import { Failure } from "../diagnostics/failure.ts";
import type { Compilation } from "./compilation.ts";

/** Fail when compiling has taken longer than it may; asked at every call, so endless loops end too. */
export function checkDeadline(compilation: Compilation): void {
  if (compilation.deadline === undefined || performance.now() < compilation.deadline) return;
  throw new Failure({
    code: "COMPILATION_TIMEOUT",
    severity: "error",
    message: "Compilation took longer than --timeout allows",
    hint: "A loop or a recursion may have no end.",
  });
}
