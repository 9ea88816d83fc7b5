import { check } from "../check/check.ts";
import { Failure, fail } from "../diagnostics/failure.ts";
import type { Issue, Place } from "../diagnostics/issue.ts";
import type { Source } from "../source/source.ts";
import type { LambdaExpression } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import type { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { callByName } from "./closures/call-by-name.ts";
import type { Compilation } from "./compilation.ts";
import type { Scope } from "./scope.ts";

/** A template to be rendered. */
export interface EppRequest {
  /** The function that asks; its name stands in messages. */
  readonly function: "epp" | "inline_epp";
  readonly source: Source;
  readonly scope: Scope;
  /** Undefined when none were given, which is not the same as an empty hash. */
  readonly parameters: Hash | undefined;
}

/**
 * The text of an EPP template, Sensitive when something in it is. The template of `epp` sees the node's or the top
 * scope's variables only, that of `inline_epp` those where it stands too.
 */
export function renderEpp({ function: name, source, scope, parameters }: EppRequest): Value {
  const template = parsedTemplate(name, source, scope.compilation);
  const args = new Map([...(parameters ?? [])].map(([key, value]) => [String(key), value]));
  const specified = template.body.kind === "EppExpression" && template.body.parametersSpecified;
  const enforced = specified || parameters === undefined;
  return callByName(template, name === "epp" ? scope.global().withoutMatches() : scope, args, enforced);
}

const templates = new WeakMap<Source, LambdaExpression>();

/** A template is parsed once for as long as its Source is kept. */
function parsedTemplate(name: string, source: Source, compilation: Compilation): LambdaExpression {
  const known = templates.get(source);
  if (known !== undefined) return known;
  const { program, issues } = parse(source, { epp: true });
  if (program === undefined) return invalid(name, issues.at(-1)!, source, compilation);
  if (program.body.kind !== "LambdaExpression") {
    return fail(
      "EPP_ERROR",
      `${name}(): the parser did not produce a LambdaExpression, got '${program.body.kind}'`,
    );
  }
  const wrong = check(program).find(({ severity }) => severity === "error");
  if (wrong !== undefined) invalid(name, wrong, source, compilation);
  templates.set(source, program.body);
  return program.body;
}

/** The parser quotes what it stumbles over, which may be a part of a secret: its words are left out then. */
function invalid(name: string, issue: Issue, source: Source, { holdsSecret }: Compilation): never {
  const { file } = source;
  const words = holdsSecret?.(source.text)
    ? "a syntax error, which is not quoted as the text holds a secret"
    : issue.message;
  throw new Failure({
    code: "EPP_ERROR",
    severity: "error",
    message: `${name}(): Invalid EPP: ${words}${location({ file, ...issue.place })}`,
    hint: words === issue.message ? issue.hint : undefined,
  });
}

/** Where in the template, as Puppet writes it into the message of the function; at the end it names no line. */
function location({ file, line, column }: Place): string {
  const parts = [
    file === undefined ? undefined : `file: ${file}`,
    line === undefined ? undefined : `line: ${line}`,
    column === undefined ? undefined : `column: ${column}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
