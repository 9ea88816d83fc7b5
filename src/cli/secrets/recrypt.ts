import { recrypted } from "../../secrets/file/recrypt.ts";
import { replaceDataFile } from "../../secrets/file/replace-file.ts";
import { SecretFailure } from "../../secrets/secret-failure.ts";
import { schemeNamed } from "../../secrets/tokens.ts";
import { readDataFile, type SecretsTask } from "./task.ts";

/** Encrypt every value of data files again; a file with a value that cannot be read stays as it is. */
export function recrypt(task: SecretsTask): number {
  const wanted = task.options.value("change_encryption");
  const scheme = wanted === undefined ? undefined : schemeNamed(wanted);
  let failed = 0;
  for (const file of task.someFiles()) {
    try {
      const { text, count } = recrypted(readDataFile(file), task.fileKeys(file), scheme);
      if (count > 0) replaceDataFile(file, text);
      task.tell(`${file}: ${count} ${count === 1 ? "value" : "values"} encrypted again`);
    } catch (error) {
      if (!(error instanceof SecretFailure)) throw error;
      task.fail(error, file);
      failed++;
    }
  }
  return failed > 0 ? 1 : 0;
}
