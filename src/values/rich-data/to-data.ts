import { fail } from "../../diagnostics/failure.ts";
import { Default } from "../default.ts";
import { Deferred } from "../deferred.ts";
import { Hash } from "../hash.ts";
import { Regexp } from "../regexp.ts";
import type { RichValue } from "../rich-value.ts";
import { rubyClass } from "../ruby/class.ts";
import { Sensitive } from "../sensitive.ts";
import { Type } from "../type.ts";
import type { Value } from "../value.ts";
import { TYPE_KEY, VALUE_KEY } from "./keys.ts";

/** How values that are not plain data are written. */
export interface DataOptions {
  /** Whether they become `__ptype` hashes; otherwise their text, with a warning. */
  readonly rich: boolean;
  /** What stands before the path in warnings, e.g. `Notify[x]`. */
  readonly prefix?: string | undefined;
  /** Told the issue code and the words of each loss of type. */
  readonly warn?: ((code: string, message: string) => void) | undefined;
  /** The attributes of an instance of an Object type, for values that this module does not know. */
  readonly attributesOf?: ((value: RichValue) => Hash) | undefined;
}

/** A value as plain data (Puppet's ToDataConverter): nothing but undef, booleans, numbers, strings, arrays, hashes. */
export function toData(value: Value, options: DataOptions): Value {
  return new Converter(options).convert(value);
}

class Converter {
  readonly #options: DataOptions;
  readonly #path: (string | bigint)[] = [];

  constructor(options: DataOptions) {
    this.#options = options;
  }

  convert(value: Value): Value {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((element, i) => this.#within(BigInt(i), element));
    if (value instanceof Hash) return this.#hash(value);
    if (value instanceof Sensitive) {
      return Hash.of({ [TYPE_KEY]: "Sensitive", [VALUE_KEY]: this.convert(value.value) });
    }
    if (value instanceof Default) return this.#default();
    return this.#options.rich ? this.#rich(value as Type | RichValue) : this.#text(value as Type | RichValue);
  }

  #within(key: string | bigint, value: Value): Value {
    this.#path.push(key);
    const data = this.convert(value);
    this.#path.pop();
    return data;
  }

  #hash(hash: Hash): Value {
    const keys = [...hash.keys()];
    const plain = keys.every((key) => typeof key === "string" && key !== TYPE_KEY);
    if (!plain && this.#options.rich) return this.#extendedHash(hash);
    return Hash.from(
      [...hash].map(([key, value]) => {
        const name = typeof key === "string" ? key : this.#keyText(key);
        return [name, this.#within(name, value)];
      }),
    );
  }

  /** JSON has string keys only: other keys stand in a list, each before its value. */
  #extendedHash(hash: Hash): Value {
    const pairs = [...hash].flatMap(([key, value]) => [this.convert(key), this.#within(String(key), value)]);
    return Hash.of({ [TYPE_KEY]: "Hash", [VALUE_KEY]: pairs });
  }

  #default(): Value {
    if (this.#options.rich) return Hash.of({ [TYPE_KEY]: "Default" });
    this.#warn(
      "SERIALIZATION_DEFAULT_CONVERTED_TO_STRING",
      "contains the special value default. It will be converted to the String 'default'",
    );
    return "default";
  }

  #rich(value: Type | RichValue): Value {
    if (value instanceof Type) return Hash.of({ [TYPE_KEY]: "Type", [VALUE_KEY]: value.toString() });
    if (value instanceof Deferred) return this.#deferred(value);
    const attributes = this.#options.attributesOf?.(value);
    if (attributes) {
      return Hash.of({ [TYPE_KEY]: value.typeName }).merge(this.#hash(attributes) as Hash);
    }
    if (value.typeName === "Iterator") return this.#text(value);
    return Hash.of({ [TYPE_KEY]: value.typeName, [VALUE_KEY]: regexpSource(value) ?? value.toString() });
  }

  #deferred(value: Deferred): Value {
    const args =
      value.args && value.args.length > 0 ? { arguments: this.#within("arguments", value.args) } : {};
    return Hash.of({ [TYPE_KEY]: "Deferred", name: value.name, ...args });
  }

  #text(value: Type | RichValue): Value {
    const text = value.toString();
    this.#warn(
      "SERIALIZATION_UNKNOWN_CONVERTED_TO_STRING",
      `contains ${aClass(value)} value. It will be converted to the String '${text}'`,
    );
    return text;
  }

  #keyText(key: Value): string {
    const text = String(key ?? "");
    this.#warn(
      "SERIALIZATION_UNKNOWN_KEY_CONVERTED_TO_STRING",
      `contains a hash with ${aClass(key)} key. It will be converted to the String '${text}'`,
    );
    return text;
  }

  #warn(code: string, words: string): void {
    const steps = this.#path.map((key) => (typeof key === "bigint" ? `[${key}]` : `['${key}']`)).join("");
    const message = `${this.#options.prefix ?? ""}${steps} ${words}`;
    if (!this.#options.warn) fail(code, message);
    this.#options.warn(code, message);
  }
}

function aClass(value: Value): string {
  const name = rubyClass(value);
  return `${/^[aeiouy]/i.test(name) ? "an" : "a"} ${name}`;
}

/** A Regexp is written without slashes, its options as a group. */
function regexpSource(value: RichValue): string | undefined {
  if (!(value instanceof Regexp)) return undefined;
  return value.options === 0 ? value.source : `(?${value.optionLetters()}:${value.source})`;
}
