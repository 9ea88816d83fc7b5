import type { Machine } from "../../machine/machine.ts";
import type { WantedFile } from "./expect.ts";
import { pathOf } from "./path-of.ts";
import type { FoundFile } from "./read.ts";

/** The unified diff between a file and what it will be, as diff(1) draws it; undefined when nothing is to be shown. */
export async function contentDiff(
  wanted: WantedFile,
  is: FoundFile,
  machine: Machine,
): Promise<string | undefined> {
  const { content, show_diff: allowed } = wanted;
  if (!allowed || content === undefined || is.ensure !== "file") return undefined;
  const path = pathOf(wanted);
  const { bytes } = content;
  if ("copyOf" in bytes) return differ(machine, path, bytes.copyOf, undefined);
  const fresh = "download" in bytes ? (await machine.askWeb(bytes.download, "GET")).body : bytes;
  if (fresh.includes(0)) return `\nBinary files ${path} and - differ`;
  return differ(machine, path, "-", Buffer.from(fresh).toString("utf8"));
}

async function differ(
  machine: Machine,
  old: string,
  fresh: string,
  input: string | undefined,
): Promise<string | undefined> {
  const { output, trouble } = await machine.run({ argv: ["diff", "-u", old, fresh], input, apart: true });
  return trouble === undefined ? `\n${output}` : undefined;
}
