import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { UsageError } from "../usage-error.ts";
import { readDataFile, type SecretsTask } from "./task.ts";

/** Where the text comes from that is to be encrypted or decrypted. */
export interface SecretsInput {
  readonly text: string;
  /** The data file that the text is the whole of; then only its marks are worked on. */
  readonly dataFile: string | undefined;
}

const SOURCES = ["password", "string", "file", "stdin", "eyaml"] as const;

/** The one source that the options name, as eyaml has them. */
export async function secretsInput(task: SecretsTask): Promise<SecretsInput> {
  const { options, terminal } = task;
  const named = SOURCES.filter(
    (name) => options.value(name) !== undefined || options.switch(name) !== undefined,
  );
  if (named.length === 0)
    throw new UsageError("You must specify a source: --string, --file, --stdin or --eyaml");
  if (named.length > 1) throw new UsageError(`You can only specify one of (${named.join(", ")})`);
  const value = options.value(named[0] as string) ?? "";
  switch (named[0]) {
    case "string":
      return { text: value, dataFile: undefined };
    case "file":
      return { text: readDataFile(value), dataFile: undefined };
    case "eyaml":
      return { text: readDataFile(value), dataFile: value };
    case "stdin":
      return { text: readFileSync(0, "utf8"), dataFile: undefined };
    default:
      return { text: await askPassword(terminal.err), dataFile: undefined };
  }
}

/** A line from the terminal that is not shown. */
function askPassword(say: (text: string) => void): Promise<string> {
  say("Enter password: ");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY });
  return new Promise((resolve) => {
    let answer = "";
    lines.once("line", (line) => {
      answer = line;
      lines.close();
    });
    lines.once("close", () => {
      say("\n");
      resolve(answer);
    });
  });
}
