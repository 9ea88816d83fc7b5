import { replacePlain, written } from "../../secrets/file/encrypted-file.ts";
import { type Scheme, tokenBlock, tokenText } from "../../secrets/tokens.ts";
import { UsageError } from "../usage-error.ts";
import { secretsInput } from "./input.ts";
import type { SecretsTask } from "./task.ts";

type Format = (scheme: Scheme, bytes: Buffer, label: string | undefined) => string;

/** What eyaml prints for `--output`. */
const FORMATS: Readonly<Record<string, Format>> = {
  string: (scheme, bytes, label) => `${labelled(label)}${tokenText(scheme, bytes)}`,
  block: (scheme, bytes, label) =>
    label === undefined ? tokenBlock(scheme, bytes, "  ") : `${label}: >\n${tokenBlock(scheme, bytes, "  ")}`,
  examples: (scheme, bytes, label) =>
    [
      `${label ?? "string"}: ${tokenText(scheme, bytes)}`,
      "OR",
      `${label ?? "block"}: >\n${tokenBlock(scheme, bytes, "  ")}`,
    ].join("\n\n"),
};

/** Print a text as an encrypted value, or a data file with its marks encrypted. */
export async function encrypt(task: SecretsTask): Promise<number> {
  const format = formatNamed(task.options.value("output") ?? "examples");
  const { text, dataFile } = await secretsInput(task);
  const file = dataFile ?? task.options.value("for");
  const { options, root, scheme } = task.keysFor(file);
  const keys = (own: Scheme, plain: string) => task.secrets.encrypt(own, plain, file, options, root);
  if (dataFile === undefined) {
    task.terminal.out(`${format(scheme, keys(scheme, text), task.options.value("label"))}\n`);
    return 0;
  }
  task.terminal.out(
    replacePlain(text, ({ scheme: own, plain, fold, indentation }) =>
      written(own, keys(own, plain), { fold, indentation }),
    ),
  );
  return 0;
}

function formatNamed(name: string): Format {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format) return format;
  throw new UsageError(`Invalid --output '${name}': ${Object.keys(FORMATS).join(", ")}`);
}

function labelled(label: string | undefined): string {
  return label === undefined ? "" : `${label}: `;
}
