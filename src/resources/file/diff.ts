import type { Machine } from "../../machine/machine.ts";
import type { Surroundings } from "../surroundings.ts";
import type { WantedFile } from "./expect.ts";
import { pathOf } from "./path-of.ts";
import type { FoundFile } from "./read.ts";

/** The difference between a file and what it will be, as the program of the setting `diff` draws it; undefined when nothing is to be shown. */
export async function contentDiff(
  wanted: WantedFile,
  is: FoundFile,
  machine: Machine,
  { diff }: Surroundings,
): Promise<string | undefined> {
  const { content, show_diff: allowed } = wanted;
  if (!allowed || content === undefined || is.ensure !== "file") return undefined;
  const path = pathOf(wanted);
  const { bytes } = content;
  if ("copyOf" in bytes) return differ(machine, diff, [path, bytes.copyOf], undefined);
  const fresh = "download" in bytes ? (await machine.askWeb(bytes.download, "GET")).body : bytes;
  if (fresh.includes(0)) return `\nBinary files ${path} and - differ`;
  return differ(machine, diff, [path, "-"], Buffer.from(fresh).toString("utf8"));
}

async function differ(
  machine: Machine,
  command: readonly string[],
  files: readonly string[],
  input: string | undefined,
): Promise<string | undefined> {
  if (command.length === 0) return "\n";
  const { output, trouble } = await machine.run({ argv: [...command, ...files], input, apart: true });
  return `\n${trouble === undefined ? output : ""}`;
}
