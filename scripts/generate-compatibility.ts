/**
 * Writes docs/compatibility.md: what of Puppet is covered, from the program's own tables, and which examples of Puppet's
 * own suite still fail (test/conformance/failing-examples.json).
 *
 *   node scripts/generate-compatibility.ts
 *   node scripts/generate-compatibility.ts RESULTS SCORED    takes the failing examples from a run of the suite first
 */
import { readFileSync, writeFileSync } from "node:fs";
import { compatibility, type FailingExamples } from "./compatibility/document.ts";

const EXAMPLES = new URL("../test/conformance/failing-examples.json", import.meta.url);
const DOCUMENT = new URL("../docs/compatibility.md", import.meta.url);

const [results, scored] = process.argv.slice(2);
const before = read(EXAMPLES) as FailingExamples;
const examples = results && scored ? measured(results, scored) : before;
if (examples !== before) writeFileSync(EXAMPLES, `${JSON.stringify(examples, undefined, 2)}\n`);
writeFileSync(DOCUMENT, compatibility(examples));

/** The failing examples of a run; what is known of their reasons is kept. */
function measured(resultsFile: string, scoredFile: string): FailingExamples {
  const { examples: run } = read(resultsFile) as { examples: Record<string, { status: string }> };
  const { examples: wanted } = read(scoredFile) as { examples: Record<string, { weak?: boolean }> };
  const reasons = new Map(before.failing.map(({ id, reason }) => [id, reason]));
  const ids = Object.keys(wanted).sort();
  const passes = (id: string) => run[id]?.status === "passed";
  const strong = ids.filter((id) => !wanted[id]?.weak);
  return {
    examples: ids.length,
    passed: ids.filter(passes).length,
    strong: strong.length,
    strongPassed: strong.filter(passes).length,
    failing: ids
      .filter((id) => !passes(id))
      .map((id) => ({ id, reason: reasons.get(id) ?? "not looked into yet" })),
  };
}

function read(file: string | URL): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
