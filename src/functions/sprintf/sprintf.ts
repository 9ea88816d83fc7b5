import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { Arguments, floatOf, integerOf } from "./arguments.ts";
import { type Directive, pieces } from "./directive.ts";
import { floatDigits } from "./float-format.ts";
import { integerParts } from "./integer-format.ts";

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
  const star = (size: Directive["width"]) => (size === "*" ? Number(integerOf(args.next())) : size);
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
  if ("diuoxXbB".includes(conversion)) return integer(directive, value);
  if ("eEfgGaA".includes(conversion)) return float(directive, value);
  if (conversion === "c") return padded(characterOf(value), directive);
  const text = conversion === "p" ? rubyInspect(value) : rubyText(value);
  const { precision } = directive;
  return padded(typeof precision === "number" ? [...text].slice(0, precision).join("") : text, directive);
}

function characterOf(value: Value): string {
  if (typeof value === "string") {
    return [...value].length === 1 ? value : fail("ARGUMENT_ERROR", "%c requires a character");
  }
  return String.fromCodePoint(Number(integerOf(value)));
}

function padded(text: string, { width, flags }: Directive): string {
  const missing = ((width as number | undefined) ?? 0) - [...text].length;
  if (missing <= 0) return text;
  return flags.includes("-") ? text + " ".repeat(missing) : " ".repeat(missing) + text;
}

function integer(directive: Directive, value: Value): string {
  const { conversion, flags, width = 0, precision } = directive;
  const number = integerOf(value);
  const { sign, prefix, digits, fill } = integerParts(number, conversion, flags);
  if (typeof precision === "number") {
    const body = number === 0n && precision === 0 ? "" : withPrecision(digits, precision, fill);
    const lead = prefix === "0" && body.startsWith("0") ? "" : prefix;
    return padded(sign + lead + body, directive);
  }
  if (!flags.includes("0") || flags.includes("-")) return padded(sign + prefix + digits, directive);
  const room = Number(width) - sign.length - prefix.length;
  return sign + prefix + withPrecision(digits, room, fill);
}

/** The dots of a number in two's complement count as digits. */
function withPrecision(digits: string, precision: number, fill: string): string {
  if (!digits.startsWith("..")) return digits.padStart(precision, fill);
  return `..${digits.slice(2).padStart(precision - 2, fill)}`;
}

function float(directive: Directive, value: Value): string {
  const { conversion, flags, width = 0, precision } = directive;
  const number = floatOf(value);
  const negative = number < 0 || Object.is(number, -0);
  const sign = negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const size = Math.abs(number);
  if (!Number.isFinite(number)) return padded(sign + (Number.isNaN(number) ? "NaN" : "Inf"), directive);
  const text = floatDigits(size, conversion, precision as number | undefined, flags.includes("#"));
  const digits = conversion === conversion.toUpperCase() ? text.toUpperCase() : text;
  if (!flags.includes("0") || flags.includes("-")) return padded(sign + digits, directive);
  const [, lead = "", rest = ""] = /^(0[xX]|)(.*)$/.exec(digits)!;
  return sign + lead + rest.padStart(Number(width) - sign.length - lead.length, "0");
}
