import type { Expression, LiteralHash, LiteralRegularExpression } from "../../syntax/ast.ts";
import { DEFAULT } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import type { Value } from "../../values/value.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import type { Scope } from "../scope.ts";
import { unfolded } from "../unfold.ts";

type Literals =
  | "LiteralInteger"
  | "LiteralFloat"
  | "LiteralString"
  | "LiteralBoolean"
  | "LiteralUndef"
  | "LiteralDefault"
  | "LiteralRegularExpression"
  | "LiteralList"
  | "LiteralHash"
  | "Nop";

/** Literals, lists and hashes. */
export const literals: Handlers<Literals> = {
  LiteralInteger: (node) => node.value,
  LiteralFloat: (node) => node.value,
  LiteralString: (node) => node.value,
  LiteralBoolean: (node) => node.value,
  LiteralUndef: () => null,
  LiteralDefault: () => DEFAULT,
  LiteralRegularExpression: literalRegexp,
  LiteralList: (node, scope) => unfolded(node.values, scope),
  LiteralHash: literalHash,
  Nop: () => null,
};

const compiled = new WeakMap<Expression, Regexp>();

/** A regular expression is translated once, however often its node is evaluated. */
function literalRegexp(node: LiteralRegularExpression): Value {
  let regexp = compiled.get(node);
  if (regexp === undefined) {
    regexp = new Regexp(node.pattern);
    compiled.set(node, regexp);
  }
  return regexp;
}

function literalHash(node: LiteralHash, scope: Scope): Value {
  return Hash.from(
    node.entries.map(({ key, value }) => [evaluate(key, scope), evaluate(value, scope)] as const),
  );
}
