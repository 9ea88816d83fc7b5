import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/formats/json/read-json.ts";
import { toJson } from "../../src/formats/json/write-json.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import type { Hash } from "../../src/values/hash.ts";
import { type Answer, catalogLines, compiledHere } from "./module-catalog.ts";

const MODULEPATH = ["/usr/share/puppet/modules"];
const environment = new DirectoryEnvironment({ name: "production", modulepath: MODULEPATH });
const nodes = readJson(readFileSync(join(import.meta.dirname, "nodes.json"), "utf8")) as Hash;

/** A piece of code for a node, and what it comes to here. */
interface Piece {
  readonly node: string;
  readonly code: string;
  readonly answer: Answer;
}

describe("modules as Debian packages them", () => {
  it("make the catalogs that Puppet makes, and fail in its words", () => {
    const pieces = piecesOf(readFileSync(join(import.meta.dirname, "modules.pp"), "utf8"));
    const expected = answersOfPuppet(pieces);
    const wrong = pieces.flatMap(({ node, code, answer }, at) =>
      different(node, code, answer, expected[at]!),
    );
    expect(wrong).toEqual([]);
    expect(pieces.length).toBeGreaterThan(400);
  }, 600_000);
});

/** Every piece for every node, except those that need what a later release brings. */
function piecesOf(text: string): Piece[] {
  const [, ...codes] = text.split("\n\n");
  return [...nodes.keys()].flatMap((key) => {
    const node = String(key);
    const facts = nodes.get(key) as Hash;
    return codes.flatMap((code) => {
      const answer = compiledHere(code, node, facts, environment);
      return answer === undefined ? [] : [{ node, code, answer }];
    });
  });
}

function answersOfPuppet(pieces: readonly Piece[]): Answer[] {
  const request = { modulepath: MODULEPATH, pieces: pieces.map(({ node, code }) => [node, code]) };
  const output = execFileSync("ruby", ["-W0", join(import.meta.dirname, "module-catalogs.rb")], {
    input: JSON.stringify({ ...request, nodes: JSON.parse(toJson(nodes)) }),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return output
    .trimEnd()
    .split("\n")
    .map((line) => {
      const answer = readJson(line) as Hash;
      const error = answer.get("error");
      return error === undefined ? catalogLines(answer.get("catalog") as Hash) : [String(error)];
    });
}

/** A piece that differs, with the lines that only one side has. */
function different(node: string, code: string, ours: Answer, theirs: Answer): object[] {
  const missing = theirs.filter((line) => !ours.includes(line));
  const surplus = ours.filter((line) => !theirs.includes(line));
  return missing.length + surplus.length === 0 ? [] : [{ node, code, missing, surplus }];
}
