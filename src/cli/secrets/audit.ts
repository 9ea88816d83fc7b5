import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { auditSite, type SiteAudit } from "../../secrets/audit/audit-site.ts";
import type { Finding } from "../../secrets/audit/findings.ts";
import { matrixOf, matrixText } from "../../secrets/audit/matrix.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import { configsOf } from "../../secrets/site/data-files.ts";
import type { SecretsTask } from "./task.ts";

/** Audit the secrets of a site: exit code 1 when something is wrong with them. */
export function audit(task: SecretsTask): number {
  const site = resolve(task.files[0] ?? ".");
  if (!existsSync(site)) throw new SecretFailure(`There is no directory ${site}`);
  if (configsOf(site).length === 0)
    throw new SecretFailure(
      `${site} has no hiera.yaml`,
      "Name the directory of a site: nostrings secrets audit DIRECTORY",
    );
  const found = auditSite(site, task.secrets);
  const { findings } = found;
  task.terminal.out(task.options.switch("json") ? json(found) : text(found));
  return findings.some(({ level }) => level === "error") ? 1 : 0;
}

function text(found: SiteAudit): string {
  const { values, files, findings } = found;
  const matrix = values.length === 0 ? [] : [...matrixText(matrixOf(values)), ""];
  const lines = findings.map(findingText);
  const sum = `${values.length} encrypted values in ${files.length} files; ${counted(findings)}`;
  return `${[...matrix, ...lines, ...(lines.length > 0 ? [""] : []), sum].join("\n")}\n`;
}

function findingText({ level, file, line, key, rule, message }: Finding): string {
  const where = [file, line].filter((part) => part !== undefined).join(":");
  const what = [where, key].filter((part) => part !== undefined && part !== "").join(" ");
  return `${level === "error" ? "Error" : "Warning"}: ${what === "" ? "" : `${what}: `}${message} [${rule}]`;
}

function counted(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === "error").length;
  return `${errors} errors, ${findings.length - errors} warnings`;
}

function json(found: SiteAudit): string {
  const { columns, rows } = matrixOf(found.values);
  const keys = rows.map(({ key, reads }) => ({
    ...key,
    expires: key.expires === undefined ? undefined : new Date(key.expires).toISOString(),
    reads: Object.fromEntries(columns.map(({ name }, at) => [name, reads[at]])),
  }));
  const environments = Object.fromEntries(columns.map(({ name, values }) => [name, values]));
  return `${JSON.stringify({ environments, keys, findings: found.findings }, undefined, 2)}\n`;
}
