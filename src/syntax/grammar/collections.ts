import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { mergeEntries } from "./elements.ts";
import { Expressions } from "./expressions.ts";
import type { Element, ElementOf } from "./rules.ts";

/** Arrays, hashes and the elements of every comma-separated list. */
export abstract class Collections extends Expressions {
  override readonly array = this.RULE("array", (): ast.LiteralList => {
    const open = this.take(this.CONSUME(t.OpenBracket));
    const elements: Element[] = [];
    this.OPTION(() => {
      elements.push(this.SUBRULE(this.element, { ARGS: ["collection"] }));
      this.MANY({
        GATE: () => this.LA(2).tokenType !== t.RBrack,
        DEF: () => {
          this.CONSUME(t.Comma);
          elements.push(this.SUBRULE2(this.element, { ARGS: ["collection"] }));
        },
      });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    });
    const close = this.take(this.CONSUME(t.RBrack));
    return { kind: "LiteralList", span: this.over(open, close), values: mergeEntries(elements) };
  });

  override readonly hash = this.RULE("hash", (): ast.LiteralHash => {
    const open = this.take(this.CONSUME(t.LBrace));
    const entries: ast.KeyedEntry[] = [];
    this.OPTION(() => {
      entries.push(this.#pair(this.SUBRULE(this.element, { ARGS: ["arguments"] })));
      this.MANY({
        GATE: () => this.LA(2).tokenType !== t.RBrace,
        DEF: () => {
          this.CONSUME(t.Comma);
          entries.push(this.#pair(this.SUBRULE2(this.element, { ARGS: ["arguments"] })));
        },
      });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    });
    const close = this.take(this.CONSUME(t.RBrace));
    return { kind: "LiteralHash", span: this.over(open, close), entries };
  });

  /** An expression or `key => value`. */
  override readonly element = this.RULE("element", (of: ElementOf): Element => {
    this.keywordAllowed = this.LA(1);
    const keyword = this.LA(1).tokenType === t.KeywordValue;
    const key = this.simple(0) ?? this.SUBRULE(this.expression, { ARGS: [0] });
    const pair = this.#pairOf(key);
    if (pair !== undefined) return pair;
    if (keyword && of !== "collection") this.unexpected(this.peek());
    if (of === "keys" && this.sealed === this.LA(0)) this.unexpected(this.peek());
    return key;
  });

  #pairOf(key: ast.Expression): ast.KeyedEntry | undefined {
    if (!this.may(t.FArrow)) return undefined;
    return this.OPTION((): ast.KeyedEntry => {
      const arrow = this.take(this.CONSUME(t.FArrow));
      this.keywordAllowed = this.LA(1);
      const value = this.simple(0) ?? this.SUBRULE2(this.expression, { ARGS: [0] });
      return { kind: "KeyedEntry", span: this.over(arrow), key, value };
    });
  }

  /** What stands between the brackets of an access; at least one. */
  override readonly keys = this.RULE("keys", (trailingComma: boolean): ast.Expression[] => {
    const elements = [this.SUBRULE(this.element, { ARGS: ["keys"] })];
    this.MANY({
      GATE: () => !trailingComma || this.LA(2).tokenType !== t.RBrack,
      DEF: () => {
        this.CONSUME(t.Comma);
        elements.push(this.SUBRULE2(this.element, { ARGS: ["keys"] }));
      },
    });
    this.OPTION(() => this.CONSUME2(t.Comma));
    return mergeEntries(elements);
  });

  #pair(element: Element): ast.KeyedEntry {
    if (element.kind !== "KeyedEntry" && !this.RECORDING_PHASE) this.unexpected(this.peek());
    return element as ast.KeyedEntry;
  }
}
