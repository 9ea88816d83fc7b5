import { ask } from "../machine/capture.ts";

/** A program that was asked about the node did not answer. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** What a program prints; throws `NoAnswer`, with Puppet's words, when it fails. */
export function printedBy(argv: readonly [string, ...string[]]): string {
  const { code, output, errors, trouble } = ask(argv);
  if (code === 0 && trouble === undefined) return output;
  const why = trouble === undefined ? errors.trim() : trouble;
  throw new NoAnswer(`Execution of '${argv.join(" ")}' returned ${code}: ${why}`);
}
