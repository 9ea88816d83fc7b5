import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { check } from "../../check/check.ts";
import type { CheckOptions } from "../../check/context.ts";
import { Failure } from "../../diagnostics/failure.ts";
import type { Issue } from "../../diagnostics/issue.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { unusableDefinitions } from "../../evaluate/definitions/unusable-definitions.ts";
import { readSource, sourceOf } from "../../source/read.ts";
import type { Source } from "../../source/source.ts";
import { parse } from "../../syntax/parse.ts";

/** What to validate: files and folders, `-` for standard input; `.epp` files are templates. */
export interface ValidateArguments {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly strict?: CheckOptions["strict"];
  readonly tasks?: boolean;
  readonly environment?: string;
  /** Below it definitions must be in the file that autoloading looks for them in, unless `manifest` holds them. */
  readonly modulepath?: readonly string[];
  readonly manifest?: string | undefined;
  /** At most so many errors and warnings are shown for a file; Puppet's `max_errors` and `max_warnings`. */
  readonly maxErrors?: number;
  readonly maxWarnings?: number;
}

/** What the terminal gets to see. */
export interface ValidateResult {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

interface Validated {
  readonly name: string;
  readonly file: string | undefined;
  readonly epp: boolean;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** What Puppet says without a place when definitions take each other's names. */
  readonly unusable: Issue | undefined;
}

/** What is wrong with a text. */
interface Findings {
  readonly issues: readonly Issue[];
  readonly unusable?: Issue | undefined;
}

/** Check the syntax of manifests and templates without running them, in the words of `puppet parser validate`. */
export function runValidate(args: ValidateArguments): ValidateResult {
  const { found, missing } = findFiles(args.files);
  const validated = found.map((name) => validate(name, args));
  const failed = validated.filter(({ errors, unusable }) => errors.length > 0 || unusable !== undefined);
  const lines = validated.flatMap((one) => [...warningLines(one, args), ...errorLines(one, args)]);
  if (missing.length > 0) lines.push(missingText(missing));
  const exitCode = failed.length > 0 || missing.length > 0 ? 1 : 0;
  if (!args.json) return { out: "", err: text(lines), exitCode };
  const warnings = validated.flatMap((one) => warningLines(one, args));
  if (missing.length > 0) warnings.push(missingText(missing));
  return {
    out: `${JSON.stringify(failedData(failed, args), undefined, 2)}\n`,
    err: text(warnings),
    exitCode,
  };
}

/** Folders stand for all manifests and templates in them. */
function findFiles(files: readonly string[]): { found: string[]; missing: string[] } {
  const found: string[] = [];
  const missing: string[] = [];
  for (const file of files) {
    const kind = file === "-" ? undefined : statSync(file, { throwIfNoEntry: false });
    if (file === "-" || kind?.isFile()) found.push(file);
    else if (kind?.isDirectory()) found.push(...manifestsIn(file));
    else if (kind !== undefined) found.push(file);
    else missing.push(file);
  }
  return { found, missing };
}

function manifestsIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries
    .filter((entry) => /\.e?pp$/.test(entry))
    .sort()
    .map((entry) => `${folder.replace(/\/$/, "")}/${entry}`);
}

function validate(name: string, args: ValidateArguments): Validated {
  const epp = name.endsWith(".epp");
  const file = name === "-" ? undefined : resolve(name);
  const { issues, unusable } = findingsOf(
    () => (file === undefined ? sourceOf(readFileSync(0)) : readSource(file)),
    epp,
    args,
  );
  const errors = issues.filter(({ severity }) => severity === "error");
  const warnings = issues.filter(({ severity }) => severity !== "error");
  return { name: name === "-" ? "STDIN" : name, file, epp, errors, warnings, unusable };
}

function findingsOf(
  read: () => Source,
  epp: boolean,
  { strict = "warning", tasks = false, modulepath = [], manifest }: ValidateArguments,
): Findings {
  try {
    const { program, issues: found } = parse(read(), { epp, tasks });
    if (program === undefined) return { issues: found };
    const issues = [...found, ...check(program, { strict, tasks, modulepath, manifest })];
    if (issues.some(({ severity }) => severity === "error")) return { issues };
    const unusable = unusableDefinitions(program, ({ message }) =>
      issues.push({ code: "METAPARAMETER_NAME", severity: "warning", message }),
    );
    return { issues, unusable };
  } catch (failure) {
    if (failure instanceof Failure) return { issues: [failure.issue] };
    throw failure;
  }
}

function warningLines({ warnings }: Validated, { maxWarnings = 10 }: ValidateArguments): string[] {
  return warnings.slice(0, maxWarnings).map((issue) => `Warning: ${puppetText(issue)}`);
}

/** One error is told by itself; several are listed and counted. */
function errorLines(one: Validated, args: ValidateArguments): string[] {
  const { errors, unusable } = one;
  if (unusable !== undefined) return [`Error: ${puppetText(unusable)}`];
  if (errors.length === 0) return [];
  if (errors.length === 1) return [`Error: ${couldNotParse(one, args)}${puppetText(errors[0]!)}`];
  const listed = errors.slice(0, args.maxErrors ?? 10).map((issue) => `Error: ${puppetText(issue)}`);
  return [...listed, `Error: ${givingUp(one)}`];
}

function couldNotParse({ epp }: Validated, { environment = "production" }: ValidateArguments): string {
  return epp ? "" : `Could not parse for environment ${environment}: `;
}

function givingUp({ errors, warnings }: Validated): string {
  const also = warnings.length > 0 ? `, and ${warnings.length} warnings` : "";
  return `Language validation logged ${errors.length} errors${also}. Giving up`;
}

function missingText(missing: readonly string[]): string {
  return `Error: One or more file(s) specified did not exist:\n${missing.map((file) => `   ${file}`).join("\n")}`;
}

/** The shape of `puppet parser validate --render-as json`, with all errors of a file under `issues`. */
function failedData(failed: readonly Validated[], args: ValidateArguments): Record<string, unknown> {
  return Object.fromEntries(failed.map((one) => [one.name, dataOf(one, args)]));
}

function dataOf(one: Validated, args: ValidateArguments): Record<string, unknown> {
  const single = one.unusable ?? (one.errors.length === 1 ? one.errors[0] : undefined);
  const issue: Issue = single ?? {
    code: "",
    severity: "error",
    message: givingUp(one),
    place: { file: one.file },
  };
  return {
    issue_code: single?.code ?? null,
    message: issue.message,
    full_message: one.unusable ? puppetText(one.unusable) : `${couldNotParse(one, args)}${puppetText(issue)}`,
    file: one.file ?? null,
    line: issue.place?.line ?? null,
    pos: issue.place?.column ?? null,
    issues: [...one.errors, ...(one.unusable === undefined ? [] : [one.unusable])].map(
      ({ code, message, place }) => ({
        issue_code: code,
        message,
        line: place?.line ?? null,
        pos: place?.column ?? null,
      }),
    ),
  };
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
