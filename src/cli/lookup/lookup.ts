import { Failure, fail } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import type { Scope } from "../../evaluate/scope.ts";
import { askerOf } from "../../evaluate/scope-asker.ts";
import { Explainer } from "../../hiera/explain/explainer.ts";
import { explanationData } from "../../hiera/explain/explanation-data.ts";
import { foundPlaces } from "../../hiera/explain/found-places.ts";
import { missingData } from "../../hiera/explain/missing-data.ts";
import { printExplanation } from "../../hiera/explain/print.ts";
import { LayeredData } from "../../hiera/layered-data.ts";
import { isLookupFailure } from "../../hiera/lookup-failure.ts";
import { lookupNames } from "../../hiera/lookup-names.ts";
import { mergeStrategy, STRATEGY_NAMES } from "../../hiera/merge/strategies.ts";
import type { MergeStrategy } from "../../hiera/merge/strategy.ts";
import { issueDetail } from "../../report/issue-text.ts";
import { Hash } from "../../values/hash.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { LOOKUP_FORMATS, type LookupFormat, renderExplanation, renderValue } from "./render.ts";

/** What `puppet lookup` is asked, option by option. */
export interface LookupRequest {
  readonly keys: readonly string[];
  readonly merge?: string | undefined;
  readonly knockOutPrefix?: string | undefined;
  readonly sortMergedArrays?: boolean | undefined;
  readonly mergeHashArrays?: boolean | undefined;
  /** A type expression that the value must fit. */
  readonly type?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly explain?: boolean | undefined;
  readonly explainOptions?: boolean | undefined;
  readonly renderAs?: string | undefined;
  /** Whether files and lines of found values, and reasons of failures, are told: more than Puppet says. */
  readonly places?: boolean | undefined;
}

/** What a command has to say, and its exit code. */
export interface LookupAnswer {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** The name Puppet looks up when only lookup_options are to be explained. */
const GLOBAL = "__global__";

/**
 * Look keys up as `puppet lookup` does, in a scope that is made once the request is known to make sense; exit code 1
 * when nothing is found, unless that was to be explained.
 */
export function runLookup(request: LookupRequest, openScope: () => Scope): LookupAnswer {
  try {
    return new LookupRun(request).answer(openScope);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { issue } = error;
    const detail = request.places === true ? issueDetail(issue) : [];
    return {
      out: "",
      err: [`Error: Could not run: ${puppetText(issue)}`, ...detail, ""].join("\n"),
      exitCode: 1,
    };
  }
}

/** One request, checked. */
class LookupRun {
  readonly #request: LookupRequest;
  readonly #merge: MergeStrategy | undefined;
  readonly #keys: readonly string[];
  readonly #explains: boolean;
  readonly #format: LookupFormat;

  constructor(request: LookupRequest) {
    this.#request = request;
    this.#merge = requestedMerge(request);
    this.#keys = keysOf(request);
    this.#explains = request.explain === true || request.explainOptions === true;
    this.#format = formatOf(request, this.#explains);
  }

  answer(openScope: () => Scope): LookupAnswer {
    const scope = openScope();
    const watched = this.#explains || this.#request.places === true;
    const explainer = watched ? new Explainer(this.#onlyOptions()) : undefined;
    try {
      const value = this.#value(scope, explainer);
      if (!this.#explains)
        return { out: renderValue(value, this.#format), err: whereFound(explainer), exitCode: 0 };
    } catch (error) {
      if (!(error instanceof Failure) || !isLookupFailure(error)) throw error;
      if (!this.#explains) return { out: "", err: this.#reason(error, explainer), exitCode: 1 };
      explainer?.failed(error.issue.message);
    }
    return this.#explanation(explainer as Explainer);
  }

  #explanation({ root }: Explainer): LookupAnswer {
    if (this.#format !== "s")
      return { out: renderExplanation(explanationData(root), this.#format), err: "", exitCode: 0 };
    const out = printExplanation(root, { places: this.#request.places === true });
    return { out: out.endsWith("\n") ? out : `${out}\n`, err: "", exitCode: 0 };
  }

  #value(scope: Scope, explainer: Explainer | undefined): Value {
    const { hiera, types } = scope.compilation;
    if (!(hiera instanceof LayeredData)) throw new Error("runLookup needs the layered data of nostrings");
    const { type, defaultValue } = this.#request;
    const parsed: Type | undefined = type === undefined ? undefined : types.parse(type);
    const wishes = { type: parsed, merge: this.#merge, defaultValue };
    return lookupNames(this.#keys, wishes, hiera.invocation(askerOf(scope), { explainer }));
  }

  #onlyOptions(): boolean {
    return this.#request.explainOptions === true && this.#request.explain !== true;
  }

  /** Puppet ends without a word. */
  #reason({ issue }: Failure, explainer: Explainer | undefined): string {
    if (!explainer) return "";
    const missing = missingData(explainer.root).map((sentence) => `  ${sentence}`);
    return [`Error: ${puppetText(issue)}`, ...issueDetail(issue), ...missing, ""].join("\n");
  }
}

/** Comments in YAML, on standard error: who reads the value meets none of it. */
function whereFound(explainer: Explainer | undefined): string {
  const places = explainer ? foundPlaces(explainer.root) : [];
  return places.map(({ file, line }) => `# ${file}:${line}\n`).join("");
}

function keysOf({ keys, explain, explainOptions }: LookupRequest): readonly string[] {
  if (keys.length > 0) return keys;
  if (explainOptions === true && explain !== true) return [GLOBAL];
  throw new Failure({ code: "USAGE", severity: "error", message: "No keys were given to lookup." });
}

function formatOf({ renderAs }: LookupRequest, explains: boolean): LookupFormat {
  const name = renderAs?.toLowerCase() ?? (explains ? "s" : "yaml");
  const format = LOOKUP_FORMATS.find((known) => known === name);
  if (format !== undefined) return format;
  throw new Failure({ code: "USAGE", severity: "error", message: `Unknown rendering format '${name}'` });
}

const HELP = "Run 'puppet lookup --help' for more details";

/** The merge that the options of `puppet lookup` ask for; undefined: as lookup_options say. */
export function requestedMerge(request: LookupRequest): MergeStrategy | undefined {
  const { merge, knockOutPrefix, sortMergedArrays, mergeHashArrays } = request;
  if ((sortMergedArrays || mergeHashArrays || knockOutPrefix !== undefined) && merge !== "deep") {
    const options = "--knock-out-prefix, --sort-merged-arrays, and --merge-hash-arrays";
    fail("USAGE", `The options ${options} are only available with '--merge deep'\n${HELP}`);
  }
  if (merge === undefined) return undefined;
  if (!STRATEGY_NAMES.some((name) => name === merge)) {
    const names = STRATEGY_NAMES.map((name) => `'${name}'`);
    fail(
      "USAGE",
      `The --merge option only accepts ${names.slice(0, -1).join(", ")}, or ${names.at(-1)}\n${HELP}`,
    );
  }
  if (merge !== "deep") return mergeStrategy(Hash.of({ strategy: merge }));
  const options: [string, Value][] = [
    ["strategy", "deep"],
    ["sort_merged_arrays", sortMergedArrays === true],
    ["merge_hash_arrays", mergeHashArrays === true],
  ];
  if (knockOutPrefix !== undefined) options.push(["knockout_prefix", knockOutPrefix]);
  return mergeStrategy(Hash.from(options));
}
