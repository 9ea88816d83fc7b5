import { fail } from "../../diagnostics/failure.ts";
import { boundedWidth } from "../../values/materialize.ts";
import { floatFieldText, integerText, type NumberFormat, padText } from "../../values/ruby/format-number.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { Arguments, floatOf, integerOf } from "./arguments.ts";
import { type Directive, pieces } from "./directive.ts";

/** Ruby's `sprintf` (https://docs.ruby-lang.org/en/master/format_specifications_rdoc.html). */
export function sprintf(format: string, values: readonly Value[]): string {
  const args = new Arguments(values);
  const malformed = (character: string): never =>
    fail(
      "ARGUMENT_ERROR",
      character === ""
        ? "incomplete format specifier; use %% (double %) instead"
        : `malformed format string - %${character}`,
    );
  return pieces(format, malformed)
    .map((piece) => {
      if (typeof piece === "string") return piece;
      if ("substitute" in piece) return rubyText(args.named(piece.substitute, `{${piece.substitute}}`));
      return converted(settled(piece, args), args);
    })
    .join("");
}

/** The directive with widths given as arguments put in; a negative width justifies to the left. */
function settled(directive: Directive, args: Arguments): Directive {
  const star = (size: Directive["width"]) =>
    size === "*" ? boundedWidth(Number(integerOf(args.next()))) : size;
  const width = star(directive.width);
  const precision = star(directive.precision);
  if (typeof width !== "number" || width >= 0) return { ...directive, width, precision };
  return { ...directive, width: -width, precision, flags: `${directive.flags}-` };
}

function converted(directive: Directive, args: Arguments): string {
  const { conversion, name, position } = directive;
  const value =
    name !== undefined
      ? args.named(name, `<${name}>`)
      : position !== undefined
        ? args.at(position)
        : args.next();
  const format = numberFormat(directive);
  if ("diu".includes(conversion)) return integerText(integerOf(value), "d", format);
  if ("oxXbB".includes(conversion)) return integerText(integerOf(value), conversion, format);
  if ("eEfgGaA".includes(conversion)) return floatFieldText(floatOf(value), conversion, format);
  if (conversion === "c") return padText(characterOf(value), { ...format, precision: undefined });
  return padText(conversion === "p" ? rubyInspect(value) : rubyText(value), format);
}

function numberFormat({ flags, width, precision }: Directive): NumberFormat {
  return {
    left: flags.includes("-"),
    zero: flags.includes("0"),
    alternative: flags.includes("#"),
    plus: flags.includes("+") ? "+" : flags.includes(" ") ? " " : "",
    width: typeof width === "number" ? width : undefined,
    precision: typeof precision === "number" ? precision : undefined,
  };
}

function characterOf(value: Value): string {
  if (typeof value === "string") {
    return [...value].length === 1 ? value : fail("ARGUMENT_ERROR", "%c requires a character");
  }
  return String.fromCodePoint(Number(integerOf(value)));
}
