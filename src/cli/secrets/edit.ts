import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { givenEnvironment } from "../../machine/runtime-variables.ts";
import { naming } from "../../machine/system-error.ts";
import { EditSession } from "../../secrets/file/edit-session.ts";
import { replaceDataFile } from "../../secrets/file/replace-file.ts";
import { runEditor } from "../../secrets/file/run-editor.ts";
import { makeSecretFolder } from "../../secrets/file/secret-folder.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import { UsageError } from "../usage-error.ts";
import { readDataFile, type SecretsTask } from "./task.ts";

/** Edit one data file; its plain text lies in memory only while the editor runs. */
export async function edit(task: SecretsTask): Promise<number> {
  const [file, ...more] = task.someFiles();
  if (file === undefined || more.length > 0) throw new UsageError("One file can be edited at a time");
  const before = existsSync(file) ? readDataFile(file) : "---\n";
  const session = new EditSession(before, task.fileKeys(file), !task.options.switch("no_preamble"));
  for (const remark of session.remarks) task.tell(`Warning: ${remark}`);
  const after = await edited(task, file, session);
  if (after === before) task.tell("No changes detected, exiting");
  else replaceDataFile(file, after);
  return 0;
}

async function edited(task: SecretsTask, file: string, session: EditSession): Promise<string> {
  const folder = makeSecretFolder();
  const remove = () => folder.remove();
  process.on("exit", remove);
  try {
    if (!folder.inMemory)
      task.tell(`Warning: there is no place in memory; the plain text lies in ${folder.path}`);
    const path = join(folder.path, basename(file));
    naming(path, () => writeFileSync(path, session.text, { mode: 0o600, flag: "wx" }));
    return await finished(task, path, session);
  } finally {
    folder.remove();
    process.off("exit", remove);
  }
}

/** What a person got wrong in the file can be put right without starting over. */
async function finished(task: SecretsTask, path: string, session: EditSession): Promise<string> {
  for (;;) {
    await runEditor(path, givenEnvironment());
    if (!existsSync(path)) throw new SecretFailure("File was moved by editor");
    try {
      return session.result(readFileSync(path, "utf8"));
    } catch (error) {
      if (!(error instanceof SecretFailure) || process.stdin.isTTY !== true) throw error;
      task.fail(error);
      if (!(await again())) throw error;
    }
  }
}

async function again(): Promise<boolean> {
  const question = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return !/^n/i.test(await question.question("Return to the editor to try again? [Y/n] "));
  } finally {
    question.close();
  }
}
