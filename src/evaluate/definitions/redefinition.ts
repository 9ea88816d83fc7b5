import { Failure } from "../../diagnostics/failure.ts";
import type { Span } from "../../diagnostics/issue.ts";
import { type Place, placeOf } from "../../diagnostics/issue.ts";
import { locationText } from "../../diagnostics/puppet-text.ts";
import type { Definition } from "../../syntax/ast.ts";

/** Fail because a name is taken: both places are told, the second one as Puppet does. */
export function failOnTaken(
  taken: string,
  consequence: string,
  first: Definition,
  second: Definition,
  separator = "; ",
): never {
  const where = locationText(lineOf(first));
  throw new Failure({
    code: "REDEFINITION",
    severity: "error",
    message: `${taken}${where === "" ? "" : ` ${where}`}${separator}${consequence}`,
    place: lineOf(second),
    related: [{ message: "the first definition is here", place: placeOf(first.span) }],
  });
}

/** Fail because a function, a data type or a defined type is there already. */
export function failOnEntity(kind: "function" | "type", name: string, first: Definition): never {
  const { file, line, column } = placeOf(nameSpan(first));
  const origin = `${file === undefined ? "string:" : `file://${file}`}?line=${line}&pos=${column}`;
  throw new Failure({
    code: "REDEFINITION",
    severity: "error",
    message: `Attempt to redefine entity 'http://puppet.com/2016.1/runtime/${kind}/${name}'. Originally set at ${origin}.`,
    related: [{ message: "the first definition is here", place: placeOf(first.span) }],
  });
}

/** Fail because Puppet itself has a data type of that name; `origin` says where it is from. */
export function failOnBuiltin(name: string, origin: string, definition: Definition): never {
  throw new Failure({
    code: "REDEFINITION",
    severity: "error",
    message: `Attempt to redefine entity 'http://puppet.com/2016.1/runtime/type/${name}'. ${origin}`,
    related: [{ message: "the second definition is here", place: placeOf(definition.span) }],
  });
}

/** An alias begins for Puppet with its name, everything else with its keyword. */
function nameSpan({ kind, span }: Definition): Span {
  if (kind !== "TypeAlias") return span;
  const keyword = /^type\s+/.exec(span.source.text.slice(span.start, span.end))?.[0] ?? "";
  return { ...span, start: span.start + keyword.length };
}

/** Puppet knows definitions by file and line only. */
function lineOf(definition: Definition): Place {
  const { file, line } = placeOf(definition.span);
  return { file, line };
}
