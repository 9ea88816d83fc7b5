import { type Issue, placeOf, type Severity } from "../diagnostics/issue.ts";
import type { Node, NodeOf, Program } from "../syntax/ast.ts";
import { fileNamespace } from "./file-namespace.ts";

/** What the checks depend on: Puppet's settings `strict` and `tasks`, and where modules and manifests are. */
export interface CheckOptions {
  readonly strict?: "off" | "warning" | "error";
  readonly tasks?: boolean;
  /** With these, definitions must be in the file that autoloading looks for them in. */
  readonly modulepath?: readonly string[];
  readonly manifest?: string | undefined;
}

/** What a rule sees besides its node: what is around it, and where to report. */
export class CheckContext {
  readonly options: CheckOptions;
  readonly issues: Issue[] = [];
  /** The nodes around the current one, outermost first. */
  readonly around: Node[] = [];

  /** Check another program, as for Puppet code in a heredoc. */
  readonly check: (program: Program) => readonly Issue[];
  #namespace:
    | { readonly file: string | undefined; readonly holds: ReturnType<typeof fileNamespace> }
    | undefined;

  constructor(options: CheckOptions, check: (program: Program) => readonly Issue[]) {
    this.options = options;
    this.check = check;
  }

  /** The namespace that the program's file holds by its path; see `fileNamespace`. */
  namespaceOf(file: string | undefined): ReturnType<typeof fileNamespace> {
    if (this.#namespace?.file !== file) {
      const { modulepath = [], manifest } = this.options;
      this.#namespace = { file, holds: fileNamespace(file, modulepath, manifest) };
    }
    return this.#namespace?.holds;
  }

  /** The node that contains the current one. */
  get parent(): Node | undefined {
    return this.around.at(-1);
  }

  report(code: string, node: Node, message: string): void {
    const severity = this.#severity(code);
    if (severity !== undefined) this.issues.push({ code, severity, message, place: placeOf(node.span) });
  }

  /** As lib/puppet/pops/validation/validator_factory_4_0.rb has it; undefined is "ignore". */
  #severity(code: string): Severity | undefined {
    if (code === "FUTURE_RESERVED_WORD") return "deprecation";
    if (code !== "DUPLICATE_KEY") return "error";
    const strict = this.options.strict ?? "warning";
    return strict === "off" ? undefined : strict;
  }
}

/** A rule: what to check on which kinds of nodes. */
export type Rule = { readonly [K in Node["kind"]]?: (node: NodeOf<K>, context: CheckContext) => void };
