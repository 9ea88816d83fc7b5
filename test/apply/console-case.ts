import { readFileSync } from "node:fs";

/**
 * A run and what Puppet says in it. Cases of one file share a directory and follow one another:
 *
 *     ### title
 *     $ shell commands that prepare it
 *     % --noop (options, any of: -v --noop --show_diff --tags x --skip_tags x)
 *     manifest, in which DIR is the directory
 *     ---
 *     lines Puppet 7.23 prints
 */
export interface ConsoleCase {
  readonly title: string;
  readonly setup: string;
  readonly options: readonly string[];
  readonly manifest: string;
  readonly expected: string;
}

/** The cases of a file. */
export function consoleCases(path: string): ConsoleCase[] {
  const blocks = readFileSync(path, "utf8").split(/^### /m).slice(1);
  return blocks.map((block) => {
    const [head = "", expected = ""] = block.split(/^---\n/m);
    const [title = "", ...lines] = head.split("\n");
    const starting = (sign: string): string[] =>
      lines.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2));
    const manifest = lines
      .filter((line) => !/^[$%] /.test(line))
      .join("\n")
      .trim();
    return {
      title,
      setup: starting("$").join("\n"),
      options: starting("%").join(" ").split(" ").filter(Boolean),
      manifest,
      expected: expected.trimEnd(),
    };
  });
}

/** Cases as the text of their file. */
export function caseFileText(cases: readonly ConsoleCase[]): string {
  return cases.map(caseText).join("\n");
}

function caseText({ title, setup, options, manifest, expected }: ConsoleCase): string {
  const commands = setup === "" ? [] : setup.split("\n").map((line) => `$ ${line}`);
  const settings = options.length === 0 ? [] : [`% ${options.join(" ")}`];
  return [
    `### ${title}`,
    ...commands,
    ...settings,
    manifest,
    "---",
    ...(expected === "" ? [] : [expected]),
    "",
  ].join("\n");
}

/**
 * Output without what differs from run to run or has no meaning: times and temporary names in diffs, Ruby's names of
 * system calls, and lines that Puppet prints twice in a row.
 */
export function normalized(output: string, directory: string): string {
  const text = output
    .replaceAll(directory, "DIR")
    .replaceAll("(file: unknown, ", "(")
    .replace(/^(---|\+\+\+) (\S+)\t.*$/gm, (_line, sign, name) => `${sign} ${sign === "---" ? name : "NEW"}`)
    .replace(/^Wrapped exception:\n.*\n/gm, "")
    .replace(/ @ \w+ - /g, " - ")
    .replace(
      / - A directory component in (\S+?)\/([^/\s]+?)(2\d{7}-\d+-\w+\.lock)? does not exist or is a dangling symbolic link/g,
      " - $1/$2",
    )
    .replace(/ - Is a directory: /g, " - ")
    .replace(/(DIR\/\w+)2\d{7}-\d+-\w+/g, "$1.TEMPORARY")
    .replace(/DIR\/(?:\w+\/)*\.(\w+)\.[a-z0-9]{6,}\b/g, (path, name) =>
      path.replace(/\.\w+\.\w+$/, `${name}.TEMPORARY`),
    );
  return text
    .split("\n")
    .filter((line, i, lines) => line === "" || line !== lines[i - 1])
    .join("\n")
    .trimEnd();
}
