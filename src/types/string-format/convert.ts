import { Binary } from "../../values/binary.ts";
import { Default } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import { Iterator } from "../../values/iterator.ts";
import { quoted } from "../../values/quoted.ts";
import { Regexp } from "../../values/regexp.ts";
import { RichValue } from "../../values/rich-value.ts";
import { padText } from "../../values/ruby/format-number.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import type { Type } from "../../values/type.ts";
import { TypeFormat } from "../../values/type-format.ts";
import { Uri } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";
import { AnyType } from "../any-type.ts";
import { ArrayType } from "../array-type.ts";
import { BinaryType } from "../binary-type.ts";
import { FloatType } from "../float-type.ts";
import { HashType } from "../hash-type.ts";
import { inferSet } from "../infer.ts";
import { NumericType } from "../numeric-type.ts";
import { ObjectType } from "../object/object-type.ts";
import { arrayText, type Containers, hashText } from "./containers.ts";
import { Format } from "./format.ts";
import { type FormatMap, formatFor, mergeFormats, readFormats } from "./format-map.ts";
import { Indentation } from "./indentation.ts";
import {
  binaryText,
  booleanText,
  defaultText,
  floatFormatText,
  integerFormatText,
  otherText,
  regexpText,
  stringText,
  undefText,
} from "./scalars.ts";

/** What is in a container is written as in source code. */
const IN_CONTAINERS: FormatMap = [[AnyType.default, new Format("%p")]];

const DEFAULTS: FormatMap = [
  [ObjectType.default, new Format("%p")],
  [FloatType.default, new Format("%f")],
  [NumericType.default, new Format("%d")],
  [ArrayType.default, new Format("%a", { separator: ", ", separator2: ", ", inner: IN_CONTAINERS })],
  [HashType.default, new Format("%h", { separator: ", ", separator2: " => ", inner: IN_CONTAINERS })],
  [BinaryType.default, new Format("%B")],
  [AnyType.default, new Format("%s")],
];

/** A value as a String (`String.new`): by default, in one format, or by a map of types to formats. */
export function convertToString(value: Value, formats?: Value): string {
  const map = formats === undefined || formats instanceof Default ? DEFAULTS : formatsGiven(value, formats);
  return convert(value, map, Indentation.top);
}

function formatsGiven(value: Value, formats: Value): FormatMap {
  const given = typeof formats === "string" ? singleFormat(value, formats) : readFormats(formats);
  return mergeFormats(DEFAULTS, given) ?? DEFAULTS;
}

/** One format is for the value itself; for a container it is that of all containers in it. */
function singleFormat(value: Value, format: string): FormatMap {
  if (Array.isArray(value)) return [[ArrayType.default, new Format(format)]];
  return [[value instanceof Hash ? HashType.default : inferSet(value), new Format(format)]];
}

const containers: Containers = {
  defaults: IN_CONTAINERS,
  convert,
};

function convert(value: Value, map: FormatMap, indentation: Indentation): string {
  if (value instanceof Iterator) return convert(value.toArray(), map, indentation);
  const format = formatFor(map, value);
  if (Array.isArray(value)) return arrayText(value, format, map, indentation, containers);
  if (value instanceof Hash) {
    if (format.letter === "a") return containers.convert([...value], map, indentation);
    return hashText(value, format, map, indentation, containers);
  }
  return value instanceof RichValue ? richText(value, format, indentation) : plainText(value, format);
}

function plainText(value: Exclude<Value, RichValue>, format: Format): string {
  switch (typeof value) {
    case "string":
      return stringText(value, format);
    case "bigint":
      return integerFormatText(value, format);
    case "number":
      return floatFormatText(value, format);
    case "boolean":
      return booleanText(value, format);
    default:
      break;
  }
  if (value === null) return undefText(format);
  return value instanceof Default ? defaultText(format) : typeText(value as Type, format);
}

function typeText(type: Type, format: Format): string {
  if (format.letter === "p") return padText(String(type), format);
  if (format.letter !== "s") return format.unsuited("Type", "sp");
  return padText(format.alternative ? `"${type}"` : String(type), format);
}

function richText(value: RichValue, format: Format, indentation: Indentation): string {
  if (value instanceof Regexp) return regexpText(value, format);
  if (value instanceof Binary) return binaryText(value, format);
  if (value instanceof Uri) return uriText(value, format);
  if ("describe" in value || value.typeName === "Deferred") return objectText(value, format, indentation);
  return otherText(format.letter === "p" ? inspectedText(value) : value.toString(), format);
}

/** What Ruby's inspect gives for the values that have no format of their own. */
function inspectedText(value: RichValue): string {
  if (value instanceof SemVerRange) return value.normalized();
  return value.typeName === "Sensitive" ? `#<${value}>` : value.toString();
}

function uriText(value: Uri, format: Format): string {
  if (format.letter === "p") return TypeFormat.plain.value(value);
  if (format.letter !== "s") return format.unsuited("URI", "sp");
  return padText(format.alternative ? quoted(value.toString()) : value.toString(), format);
}

function objectText(value: RichValue, format: Format, indentation: Indentation): string {
  if (format.letter === "s" || format.letter === "q") return value.toString();
  if (format.letter !== "p") return format.unsuited("Object", "spq");
  const isIndenting = format.alternative || indentation.isIndenting;
  const style = isIndenting ? new TypeFormat("plain", indentation.level) : TypeFormat.plain;
  return style.value(value);
}
