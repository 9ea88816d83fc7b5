/**
 * Writes src/functions/stdlib-files.json: which files of the module puppetlabs-stdlib the functions here were checked
 * against, and which releases have which function.
 *
 *     node scripts/generate-stdlib-files.ts GIT_DIRECTORY_OF_PUPPETLABS_STDLIB
 *
 * A file is taken when its syntax is that of release 8.5.0, whose answers the tests hold, or when all that the tests ask
 * of its function has the same answer of the real Puppet with that file. Needs git, Ruby and Puppet; takes minutes. `npm run
 * format` afterwards.
 */
import { writeFileSync } from "node:fs";
import { stdlibFunctions } from "../src/functions/stdlib-functions.ts";
import { answersAlike } from "./stdlib/answers.ts";
import { functionFiles, releasesOf } from "./stdlib/releases.ts";
import { syntaxDigests } from "./stdlib/syntax.ts";

const DATA = new URL("../src/functions/stdlib-files.json", import.meta.url);
const CHECKED = "8.5.0";

const [gitDirectory] = process.argv.slice(2);
if (gitDirectory === undefined) throw new Error("usage: generate-stdlib-files.ts GIT_DIRECTORY");
const releases = releasesOf(gitDirectory).map((release) => ({
  ...release,
  files: functionFiles(gitDirectory, release),
}));
const syntax = syntaxDigests(releases.flatMap(({ files }) => [...files.values()].map(({ text }) => text)));
const checked = releases.find(({ version }) => version === CHECKED)!.files;

const same = new Map<string, Set<string>>(
  [...stdlibFunctions.keys()].sort().map((name) => [name, new Set()]),
);
for (const { files } of releases) {
  for (const [name, { digest, text }] of files) {
    const reference = checked.get(name)?.text;
    if (reference !== undefined && syntax.get(text) === syntax.get(reference)) same.get(name)?.add(digest);
  }
}
const tried = new Set<string>();
for (const release of releases.toReversed()) {
  const open = [...release.files].filter(
    ([name, { digest }]) => same.has(name) && !same.get(name)!.has(digest) && !tried.has(name + digest),
  );
  for (const [name, { digest }] of open) tried.add(name + digest);
  const alike = answersAlike(
    gitDirectory,
    release,
    open.map(([name]) => name),
  );
  for (const name of alike) same.get(name)!.add(release.files.get(name)!.digest);
  process.stderr.write(
    `${release.version}: ${open.length} further files, ${alike.length} with the same answers\n`,
  );
}

const names = [...new Set(releases.flatMap(({ files }) => [...files.keys()]))].sort();
const released = names.map((name) => {
  const having = releases.filter(({ files }) => files.has(name));
  const last = having.at(-1) === releases.at(-1) ? [] : [having.at(-1)!.version];
  return [name, [having[0]!.version, ...last]];
});
const digests = [...same].filter(([, set]) => set.size > 0).map(([name, set]) => [name, [...set].sort()]);
const data = { same: Object.fromEntries(digests), released: Object.fromEntries(released) };
writeFileSync(DATA, `${JSON.stringify(data, undefined, 2)}\n`);
