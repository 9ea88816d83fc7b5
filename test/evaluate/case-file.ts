import { readFileSync } from "node:fs";

/** A piece of Puppet code and what Puppet says when it compiles it. */
export interface Case {
  readonly name: string;
  readonly code: string;
  readonly expected: string;
}

/** The cases of a file: separated by lines of `#---`, each with Puppet's output after `#=>`. */
export function casesOf(file: URL): Case[] {
  const blocks = readFileSync(file, "utf8").split(/^#---.*\n/m);
  return blocks.filter((block) => block.trim() !== "").map(caseOf);
}

function caseOf(block: string): Case {
  const lines = block.trimEnd().split("\n");
  const code = lines.filter((line) => !line.startsWith("#=>")).join("\n");
  const expected = lines.filter((line) => line.startsWith("#=>")).map((line) => line.slice(4).trimEnd());
  return { name: code.split("\n").at(-1)!, code: `${code}\n`, expected: expected.join("\n") };
}
