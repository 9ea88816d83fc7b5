import { piecesOf } from "../../secrets/file/encrypted-file.ts";
import { replaceTokens } from "../../secrets/tokens.ts";
import { secretsInput } from "./input.ts";
import type { SecretsTask } from "./task.ts";

/** Print a text with its values in plain text; those of a data file are marked as `encrypt --eyaml` wants them back. */
export async function decrypt(task: SecretsTask): Promise<number> {
  const { text, dataFile } = await secretsInput(task);
  const { options, root } = task.keysFor(dataFile ?? task.options.value("for"));
  if (dataFile === undefined) {
    const plain = replaceTokens(text, (token) => task.secrets.decryptToken(token, options, root));
    task.terminal.out(plain.endsWith("\n") ? plain : `${plain}\n`);
    return 0;
  }
  const pieces = piecesOf(text).map((piece) => {
    if (typeof piece === "string") return piece;
    const { fold = "", indentation, scheme } = piece;
    return `${fold}${fold === "" ? "" : indentation}DEC::${scheme}[${task.secrets.decryptToken(piece, options, root)}]!`;
  });
  task.terminal.out(pieces.join(""));
  return 0;
}
