import type { Expression } from "../../syntax/ast.ts";
import type { Compilation } from "../compilation.ts";
import { isConstant } from "../constant.ts";
import type { Scope } from "../scope.ts";
import { type CodeNode, CodeSignature } from "./signature.ts";

const known = new WeakMap<Compilation, WeakMap<CodeNode, CodeSignature>>();

/** The signature of a piece of code, worked out once per compilation unless its types depend on variables. */
export function signatureOf(node: CodeNode, scope: Scope): CodeSignature {
  const cache = cacheOf(scope.compilation);
  const found = cache.get(node);
  if (found !== undefined) return found;
  const signature = new CodeSignature(node, scope);
  if (typesOf(node).every(isConstant)) cache.set(node, signature);
  return signature;
}

function cacheOf(compilation: Compilation): WeakMap<CodeNode, CodeSignature> {
  let cache = known.get(compilation);
  if (cache === undefined) {
    cache = new WeakMap();
    known.set(compilation, cache);
  }
  return cache;
}

function typesOf(node: CodeNode): Expression[] {
  const types = node.parameters.map(({ type }) => type);
  return [...types, node.returnType].filter((type) => type !== undefined);
}
