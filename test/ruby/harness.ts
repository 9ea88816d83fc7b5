import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import { functionsFor } from "../../src/functions/functions-for.ts";
import { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { compile, evaluate, Failure, Hash, openScope, Source } from "../../src/nostrings.ts";
import { runtimeFor } from "../../src/ruby/ruby-for.ts";
import type { RubyRuntime } from "../../src/ruby/runtime.ts";
import { toText } from "../../src/values/to-text.ts";
import type { Value } from "../../src/values/value.ts";

/** Files of a site by their paths below `modules/`: `m/templates/a.erb`. */
export type ModuleFiles = Readonly<Record<string, string>>;

/** A site with modules, whose manifests and Ruby code a test runs. */
export interface RubyEvaluator {
  /** The folder of the modules. */
  readonly modules: string;
  readonly runtime: RubyRuntime;
  /** What a manifest prints with notice(), line by line; `Error: ...` at its end when it fails. */
  notices(manifest: string, timeout?: number): string[];
  /** The failure of a manifest. */
  failure(manifest: string, timeout?: number): Failure;
  /** The value of an expression of the Puppet language. */
  value(expression: string): Value;
  /** The value of a text of Ruby, asked from the top scope. */
  ruby(code: string): Value;
}

/** Runs Ruby with a real compilation behind it; the site is removed after the tests of the file. */
export function rubyEvaluator(
  files: ModuleFiles = {},
  facts: Readonly<Record<string, Value>> = {},
): RubyEvaluator {
  const modules = mkdtempSync(join(tmpdir(), "nostrings-ruby-"));
  afterAll(() => rmSync(modules, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(modules, path)), { recursive: true });
    writeFileSync(join(modules, path), content);
  }
  const environment = new DirectoryEnvironment({ name: "production", modulepath: [modules] });
  const runtime = runtimeFor(environment, functionsFor(environment));
  const options = {
    environment,
    certname: "node",
    facts: Hash.of(facts),
    hieraConfig: "/nonexistent/hiera.yaml",
  };

  function compiled(code: string, timeout: number | undefined): { notices: string[]; failure?: Failure } {
    const notices: string[] = [];
    const log = ({ message }: { readonly message: string }) => void notices.push(message);
    try {
      compile({ ...options, code, log, timeout });
      return { notices };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { notices, failure: error };
    }
  }

  return {
    modules,
    runtime,
    notices(manifest, timeout) {
      const { notices, failure } = compiled(manifest, timeout);
      return failure === undefined ? notices : [...notices, `Error: ${puppetText(failure.issue)}`];
    },
    failure(manifest, timeout) {
      const { failure } = compiled(manifest, timeout);
      if (failure === undefined) throw new Error(`does not fail: ${manifest}`);
      return failure;
    },
    value: (expression) => evaluate(new Source(expression), openScope({ ...options, code: "" }, false)),
    ruby(code) {
      openScope({ ...options, code: "" }, false);
      return runtime.call("evaluate", code);
    },
  };
}

/** What a value is as text, for short expectations. */
export function asText(value: Value): string {
  return toText(value);
}
