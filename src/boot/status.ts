import { processStart } from "../machine/process-start.ts";
import { readState } from "./write-state.ts";

/** How far configuring this machine has come. */
export type BootOutcome = "not started" | "running" | "done" | "failed" | "degraded";

/** What `/run/nostrings/status.json` says. */
export interface BootStatus {
  readonly status: BootOutcome;
  /** What is being done, or was when it failed: `network`, `fetch`, `verify`, `apply`, ... */
  readonly phase: string;
  /** One sentence for people. */
  readonly detail: string;
  readonly instance?: string | undefined;
  readonly bundle?: { readonly source: string; readonly sha256?: string | undefined } | undefined;
  readonly attempt?: number | undefined;
  /** How often the site was applied. */
  readonly passes?: number | undefined;
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly exitCode?: number | undefined;
  readonly errors: readonly string[];
  /** What went wrong and did not keep the machine from being configured. */
  readonly warnings: readonly string[];
  /** The process at work, which tells a run from one that was killed. */
  readonly process?: { readonly pid: number; readonly started: string } | undefined;
}

const NOT_STARTED: BootStatus = {
  status: "not started",
  phase: "",
  detail: "nostrings boot has not run since this machine was started",
  errors: [],
  warnings: [],
};

/** The status as it is now: of a run that was killed, its failure. */
export function statusNow(file: string): BootStatus {
  const state = readState(file) as BootStatus | undefined;
  if (typeof state?.status !== "string") return NOT_STARTED;
  if (state.status !== "running" || isAlive(state)) return state;
  const words = `It was ended from outside during ${state.phase}; the next boot resumes it`;
  return { ...state, status: "failed", detail: words, errors: [...state.errors, words] };
}

function isAlive({ process }: BootStatus): boolean {
  return process !== undefined && processStart(process.pid) === process.started;
}

/** The exit code of `status`, as of `cloud-init status`: 1 failed, 2 done with recoverable errors, otherwise 0. */
export function statusCode({ status }: BootStatus): 0 | 1 | 2 {
  if (status === "failed") return 1;
  return status === "degraded" ? 2 : 0;
}

/** The status for people. */
export function statusText(status: BootStatus): string {
  const rows: [string, string | undefined][] = [
    ["status", status.status],
    ["detail", status.detail],
    ["instance", status.instance],
    ["bundle", status.bundle?.source],
    ["sha256", status.bundle?.sha256],
    ["started", status.startedAt],
    ["ended", status.endedAt],
    ...status.errors.map((error): [string, string] => ["error", error]),
    ...status.warnings.map((warning): [string, string] => ["warning", warning]),
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`])).join("");
}
