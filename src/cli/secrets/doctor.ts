import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { valuesOf } from "../../secrets/audit/file-values.ts";
import { broken, type Check, ok } from "../../secrets/doctor/check.ts";
import { checkGpg } from "../../secrets/doctor/check-gpg.ts";
import { checkPkcs7 } from "../../secrets/doctor/check-pkcs7.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import { type DataFile, dataFilesOf } from "../../secrets/site/data-files.ts";
import { abbreviated } from "../../secrets/tokens.ts";
import type { SecretsTask } from "./task.ts";

/** What was found out about one data file. */
interface Diagnosis {
  readonly file: string;
  readonly checks: readonly Check[];
}

/** Check every link between the values of data files and their keys; without files, those of the site. */
export function doctor(task: SecretsTask): number {
  const diagnoses = filesOf(task).map(
    (file): Diagnosis => ({ file: file.name, checks: [...checksOf(file, task)] }),
  );
  const asJson = task.options.switch("json") === true;
  task.terminal.out(asJson ? `${JSON.stringify(diagnoses, undefined, 2)}\n` : diagnoses.map(text).join("\n"));
  if (diagnoses.length === 0) task.tell("There is nothing encrypted here");
  return diagnoses.some(({ checks }) => checks.some(({ state }) => state === "broken")) ? 1 : 0;
}

function filesOf(task: SecretsTask): DataFile[] {
  const named = task.files.length === 0 ? ["."] : task.files;
  return named.flatMap((path) => {
    if (!existsSync(path)) throw new SecretFailure(`There is no file ${path}`);
    const found = statSync(path).isDirectory() ? dataFilesOf(resolve(path)) : [single(path, task)];
    return found.filter((file) => valuesOf(file).values.some(({ tokens }) => tokens.length > 0));
  });
}

function single(path: string, task: SecretsTask): DataFile {
  const { root } = task.keysFor(path);
  return {
    path: resolve(path),
    name: path,
    environment: undefined,
    root: root ?? ".",
    reader: undefined,
    options: {},
  };
}

function* checksOf(file: DataFile, task: SecretsTask): Iterable<Check> {
  const { options, root } = task.keysFor(file.path);
  const surroundings = task.secrets.surroundings(root);
  const values = valuesOf(file).values.filter(({ tokens }) => tokens.length > 0);
  const schemes = new Set(values.flatMap(({ tokens }) => tokens.map(({ scheme }) => scheme)));
  if (schemes.has("PKCS7")) yield* checkPkcs7(options, surroundings);
  if (schemes.has("GPG")) yield* checkGpg(file.path, options, surroundings);
  const encrypted = ["eyaml_lookup_key", "gpg_data"];
  if (file.reader !== undefined && !encrypted.includes(file.reader))
    yield broken(
      "value",
      `hiera.yaml reads it with ${file.reader}, which decrypts nothing`,
      "lookup_key: eyaml_lookup_key",
    );
  let read = 0;
  for (const { key, line, tokens } of values) {
    try {
      for (const token of tokens) task.secrets.decryptToken(token, options, root);
      read++;
    } catch (error) {
      if (!(error instanceof SecretFailure)) throw error;
      yield broken("value", `line ${line}: ${key}: ${abbreviated(error.message)}`, error.hint);
    }
  }
  if (read > 0) yield ok("value", `${read} of ${values.length} can be read`);
}

function text({ file, checks }: Diagnosis): string {
  const lines = checks.map(({ state, link, message, hint }) => {
    const mark = state === "ok" ? "ok      " : state === "broken" ? "BROKEN  " : "doubtful";
    return `  ${mark} ${link.padEnd(11)} ${message}${hint === undefined ? "" : `\n${" ".repeat(23)}${hint}`}`;
  });
  return `${file}\n${lines.join("\n")}\n`;
}
