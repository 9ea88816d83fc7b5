import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Appliers, Experiment } from "./experiment.ts";

const CLASSES = 200;
const WITH_MODULES = `puppet with ${modulesHere()} modules`;

/** Compiling many resources from many classes. */
export function classes(folder: string, { nostrings, puppet }: Appliers): Experiment {
  const some = written(folder, "classes.pp", manyClasses(25));
  const many = written(folder, "classes-10.pp", manyClasses(250));
  return {
    title: "5,000 resources from 200 classes, and 50,000",
    commands: {
      nostrings: nostrings("--noop", some),
      puppet: puppet("--noop", some),
      "nostrings, 50,000 resources": nostrings("--noop", many),
    },
    promises: [
      { what: "5,000 resources to Puppet", of: "nostrings", to: "puppet", atMost: 1 / 10 },
      {
        what: "50,000 resources to 5,000",
        of: "nostrings, 50,000 resources",
        to: "nostrings",
        atMost: 12,
      },
    ],
  };
}

/** Calling a lambda over and over, with interpolation and regular expressions. */
export function loop(folder: string, { nostrings, puppet }: Appliers): Experiment {
  const manifest = written(folder, "loop.pp", LOOP);
  return {
    title: "20,000 calls of a lambda",
    commands: { nostrings: nostrings("--noop", manifest), puppet: puppet("--noop", manifest) },
    promises: [{ what: "20,000 calls to Puppet", of: "nostrings", to: "puppet", atMost: 1 / 10 }],
  };
}

/** Resources that each wait for the one before. */
export function chain(folder: string, { nostrings, puppet, puppetWithModules }: Appliers): Experiment {
  const links = Array.from({ length: 3000 }, (_, i) =>
    i === 0 ? "notify { 'n0': }\n" : `notify { 'n${i}': require => Notify['n${i - 1}'] }\n`,
  );
  const manifest = written(folder, "chain.pp", links.join(""));
  return {
    title: "A chain of 3,000 resources",
    commands: {
      nostrings: nostrings("--noop", manifest),
      puppet: puppet("--noop", manifest),
      [WITH_MODULES]: puppetWithModules("--noop", manifest),
    },
    promises: [
      { what: "a chain of 3,000 resources to Puppet", of: "nostrings", to: "puppet", atMost: 1 / 25 },
      {
        what: `a chain of 3,000 resources to ${WITH_MODULES}`,
        of: "nostrings",
        to: WITH_MODULES,
        atMost: 1 / 50,
      },
    ],
  };
}

const LOOP = `$found = Integer[1, 20000].map |$i| {
  $text = "item \${i} of \${facts['kernel']}"
  if $text =~ /^item (\\d+)5 / { "five \${1}" } else { "other \${i}" }
}
notice($found.length)
`;

function manyClasses(resources: number): string {
  const names = Array.from({ length: CLASSES }, (_, i) => `c${i}`);
  return [
    ...names.map((name) => oneClass(name, resources)),
    ...names.map((name) => `include ${name}\n`),
  ].join("");
}

function oneClass(name: string, resources: number): string {
  const declared = Array.from(
    { length: resources },
    (_, i) =>
      `  notify { "${name}-${i}-\${prefix}": message => "resource ${i} of \${n} in \${title}", tag => ['t${i}'] }\n`,
  );
  return `class ${name}(String $prefix = 'p', Integer $n = ${resources}) {\n${declared.join("")}}\n`;
}

/** How many modules Debian's packages have put on Puppet's modulepath. */
function modulesHere(): number {
  return readdirSync("/usr/share/puppet/modules").length;
}

function written(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
