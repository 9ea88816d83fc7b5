import type { Value } from "../../values/value.ts";

/**
 * A HOCON value before its substitutions are resolved. A field keeps everything it was set to, oldest first:
 * objects are merged, and `${x}` within x means what x was before.
 */
export type HoconNode =
  | { readonly kind: "literal"; readonly value: Value }
  | { readonly kind: "object"; readonly fields: HoconFields }
  | { readonly kind: "array"; readonly items: readonly HoconNode[] }
  | {
      readonly kind: "substitution";
      readonly path: readonly string[];
      readonly optional: boolean;
      readonly at: number;
    }
  | { readonly kind: "concatenation"; readonly parts: readonly HoconNode[] };

export type HoconFields = Map<string, HoconNode[]>;

/** Why a HOCON text cannot be read; `line` is 1-based. */
export class HoconProblem extends Error {
  readonly line: number;
  constructor(message: string, text: string, at: number) {
    const line = text.slice(0, at).split("\n").length;
    super(`String: ${line}: ${message}`);
    this.name = "HoconProblem";
    this.line = line;
  }
}
