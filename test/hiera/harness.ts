import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Compilation } from "../../src/evaluate/compilation.ts";
import { Scope } from "../../src/evaluate/scope.ts";
import { DEFAULT_LANGUAGE_SETTINGS } from "../../src/evaluate/settings.ts";
import { readJson } from "../../src/formats/json/read-json.ts";
import { LayeredData, type LayeredDataOptions } from "../../src/hiera/layered-data.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

/** Texts by path: `env/production` is the environment, `conf/hiera.yaml` the global configuration. */
export type Files = Readonly<Record<string, string>>;

/** Write files into a new directory and give its path; `@ROOT@` in a text becomes that path. */
export function writeSite(files: Files): string {
  const root = join(mkdtempSync(join(tmpdir(), "hiera-")), "site");
  for (const folder of ["env/production", "conf", "code"]) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text.replaceAll("@ROOT@", root));
  }
  return root;
}

/** What a site is looked at with. */
export interface SiteOptions extends Partial<LayeredDataOptions> {
  readonly facts?: Hash;
  /** Functions of the Puppet language that data may come from. */
  readonly functions?: Readonly<Record<string, (...args: Value[]) => Value>>;
}

/** A top scope whose compilation has the layered data of a site, and the warnings it gives. */
export function openSite(
  root: string,
  options: SiteOptions = {},
): { scope: Scope; hiera: LayeredData; warnings: string[] } {
  const { facts = Hash.empty, functions = {}, ...data } = options;
  const environment = directoryEnvironment("production", join(root, "env/production"), {});
  const hiera = new LayeredData({
    environment,
    globalConfig: join(root, "conf/hiera.yaml"),
    codedir: join(root, "code"),
    ...data,
  });
  const warnings: string[] = [];
  const parts: Partial<Compilation> = {
    node: {
      name: "test.example.com",
      facts,
      trusted: Hash.of({ certname: "test.example.com" }),
      serverFacts: undefined,
      parameters: new Map([["environment", "production"]]),
    },
    environment,
    settings: DEFAULT_LANGUAGE_SETTINGS,
    log: ({ message }) => warnings.push(message),
    hiera,
    classScopes: new Map(),
    functions: {
      has: (name) => Object.hasOwn(functions, name),
      call: (name, args) => (functions[name] as (...given: Value[]) => Value)(...args),
      names: () => Object.keys(functions),
    },
    definitions: { hostClass: () => undefined } as unknown as Compilation["definitions"],
  };
  const scope = new Scope(parts as Compilation);
  Object.assign(parts, { topScope: scope });
  return { scope, hiera, warnings };
}

/** A site, its facts and its lookups, read from a case file. */
export interface Case {
  readonly title: string;
  readonly files: Files;
  readonly facts: Hash;
  readonly lookups: readonly { readonly request: string; readonly answer: string }[];
}

/** The cases of a file: `== title`, `-- path` with a text or `-- facts` with JSON, `>> lookup` with its answer. */
export function readCases(text: string): Case[] {
  return text
    .split(/^(?=== )/m)
    .filter((section) => section.startsWith("== "))
    .map((section) => {
      const [title = "", ...parts] = section.split(/^(?=-- |>> )/m);
      const blocks = parts.map(blockOf);
      const files = blocks.filter(({ mark, name }) => mark === "--" && name !== "facts");
      const facts = blocks.find(({ mark, name }) => mark === "--" && name === "facts");
      return {
        title: title.slice(3).trim(),
        files: Object.fromEntries(files.map(({ name, body }) => [name, body.replace(/\n+$/, "\n")])),
        facts: facts ? (readJson(facts.body) as Hash) : Hash.empty,
        lookups: blocks
          .filter(({ mark }) => mark === ">>")
          .map(({ name, body }) => ({ request: name, answer: body.trim() })),
      };
    });
}

function blockOf(part: string): { mark: string; name: string; body: string } {
  const end = part.indexOf("\n");
  const head = part.slice(0, end);
  return { mark: head.slice(0, 2), name: head.slice(3), body: part.slice(end + 1) };
}
