import type { ApplyReport } from "./apply/outcome.ts";
import { LinuxMachine } from "./machine/linux.ts";
import { applyOpened } from "./run/apply-catalog.ts";
import { RunHooks, splay, usePriority } from "./run/hooks.ts";
import { openCatalog } from "./run/open-catalog.ts";
import type { RunRequest } from "./run/request.ts";

/**
 * One run: open the site, compile it (text -> syntax -> check -> evaluate -> finish), order its graph, make the machine
 * match it, report. Fails with a `Failure`, having changed nothing, when there is nothing that can be applied; what goes
 * wrong with single resources is in the report. Undefined: a command that the settings want before or after it failed.
 */
export async function run(request: RunRequest): Promise<ApplyReport | undefined> {
  const { settings, log, interruption } = request;
  usePriority(settings);
  await interruption.unlessAsked(splay(settings, log.log));
  const opened = interruption.busily(() => openCatalog(request));
  const hooks = new RunHooks(settings, new LinuxMachine(), log.log);
  return hooks.around(() => applyOpened(opened, request));
}

export { applyCatalog as apply } from "./apply/apply.ts";
export { writeCatalog } from "./catalog/write-catalog.ts";
export { check } from "./check/check.ts";
export type { CompileOptions } from "./compile/compile-catalog.ts";
export { callFunction, compile, evaluate, openScope, withinTimeout } from "./compile/compile-catalog.ts";
export type { Compiled } from "./compile/manifests.ts";
export { Failure } from "./diagnostics/failure.ts";
export type { Log, LogEntry } from "./diagnostics/log.ts";
export { ProgramCache } from "./evaluate/definitions/program-cache.ts";
export { factsHash } from "./facts/facts.ts";
export { DirectoryEnvironment, directoryEnvironment } from "./modules/directory-environment.ts";
export type { RunRequest } from "./run/request.ts";
export { Source } from "./source/source.ts";
export { parse } from "./syntax/parse.ts";
export { Hash } from "./values/hash.ts";
export type { Value } from "./values/value.ts";
